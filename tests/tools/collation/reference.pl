# usage: reference.pl - reads lines of two texts in hexadecimal, a fold and the text itself, and writes for each line a key
# in hexadecimal, from Perl's Unicode::Collate: the primary weights of the fold, the fold, the other weights of the text.
use strict;
use warnings;
use Encode qw(decode);
use Unicode::Collate;

my $collator = Unicode::Collate->new(variable => 'non-ignorable', level => 3);

sub levels {
    my ($bytes) = @_;
    my @levels = ([]);
    for my $weight (unpack 'n*', $collator->getSortKey(decode('UTF-8', $bytes))) {
        if ($weight) { push @{$levels[-1]}, $weight } else { push @levels, [] }
    }
    return @levels;
}

sub level {
    my ($weights, $least) = @_;
    pop @$weights while @$weights && $weights->[-1] == $least;
    return unpack 'H*', pack 'n*', @$weights, 0;
}

$| = 1;
print "$Unicode::Collate::VERSION $collator->{versionTable}\n";
while (my $line = <STDIN>) {
    chomp $line;
    my ($fold, $text) = map { pack 'H*', $_ } split /\t/, $line, -1;
    my @of_text = levels($text);
    print level((levels($fold))[0], -1), unpack('H*', "$fold\0"), level($of_text[1], 0x20), level($of_text[2], 2), "\n";
}
