"""The words of synthetic archives: inflected English, so that stemming matters, and syllables for names and rare words."""

FUNCTION_WORDS = """the of and to in a that is for on as was with be by it at from are this which an or not its have has their
but were been they more would will between had should also other such than these no can some could one all there may both
about into only most many under where who when must over while after those if any first however two each through so them""".split()

VERBS = """accept achieve address adopt advance affect agree allow analyse appear apply approach argue arrange ask assess assist
assume attach attempt balance begin believe build calculate call challenge change claim clarify combine compare compete
complete conclude consider contain continue contribute control convene cooperate coordinate create debate decide decline
defend define deliver demand depend describe develop differ discuss disagree dispute divide doubt draft emerge emphasise enable
encourage engage enhance ensure establish evaluate examine exchange expand expect explain explore express extend face fail
focus follow formulate gather govern grow guarantee handle help hold identify ignore implement improve include increase
indicate influence inform initiate inspect integrate intend interpret invest investigate invite involve join justify launch
lead limit maintain manage measure mention monitor negotiate note observe offer oppose organise outline overcome participate
perceive permit persuade point postpone prefer prepare present prevent proceed produce promise promote propose protect provide
question raise ratify reach realise recall recognise recommend reconsider reduce refer reflect reform refuse regard reject
relate rely remain remark remind replace reply report represent request require resolve respond restore restrain result resume
reveal review revise sanction secure seek separate settle share signal solve stabilise state strengthen stress submit succeed
suggest summarise supply support suspend sustain tend test threaten trade transform transfer treat trust unify verify view
visit vote want warn weaken welcome withdraw work""".split()

NOUNS = """access account actor administration agency agenda agreement aim alliance ambassador area argument arrangement army
asset assistance association assurance attack attitude authority bank barrier basin benefit boundary budget camp capability
capacity capital case channel charter choice circumstance citizen city climate coalition coast colleague commitment committee
community compensation concept concern concession condition conference confidence conflict consensus consequence constraint
constitution consultation container context convention core corridor council country crisis culture currency danger deadline
dealer delegation democracy department deterrent dialogue dilemma diplomat direction disaster disease dispute document domain
drought economy effect effort election element embassy emission enterprise environment epidemic era expert export facility
factor farmer fishery fleet flood foreigner forest forum framework freedom frontier fuel function future gap gas generation
goal government grain group harbour health history hotline household idea identity implication import incentive incident
industry inequality inspector institution instrument interest island issue journalist judge justice knowledge labour lake land
language law leader lesson level line link majority market mechanism mediator member migrant military mine minister minority
missile mission model moratorium mountain movement nation navy neighbour network norm nuclear obligation obstacle ocean
official operation opinion opportunity option organisation outcome pact panel paper paragraph partner party patrol peace people
perception period pipeline platform police policy population port position poverty power practice precedent pressure principle
priority prisoner problem procedure process professor programme project proposal prospect protocol province public purpose rail
reactor reason record refugee regime region regulation relation resource response responsibility rice right risk river role
route rule satellite scenario scholar school science sea sector seminar session shortage society soldier source sovereignty
speaker stage stakeholder standard statement station strategy strait structure study summit surface system talk target task tax
technology tension territory terrorism theory threat timetable tourist track tradition traffic treaty trend trial tribunal
troop understanding union university uranium value vessel village violation visa volume war waste water weapon wind workshop
world youth zone""".split()

ADJECTIVES = """able academic active additional annual available bilateral broad central civil clear collective commercial common
comprehensive concrete conventional critical crucial current deep defensive democratic different difficult diplomatic direct
domestic eastern economic effective environmental equal essential ethnic existing external fair final flexible foreign formal
former fragile full general global gradual great high historical human humanitarian important inclusive independent informal
initial institutional internal international joint key large legal legitimate less local long low main major maritime mere
military modest multilateral mutual narrow national natural necessary neutral new normal northern offensive official old open
peaceful permanent personal political poor positive possible potential practical present private provisional rapid rare real
recent regional regular relevant reliable rich rural secret serious severe shared sharp short similar single slow small social
southern special specific stable strategic strong successful sudden technical temporary traditional transparent unilateral
united unlikely urban urgent useful various vital weak western whole wide willing""".split()

GIVEN_SYLLABLES = "ba be bo da de di do fa fe ga gi ha he hi ja jo ka ki ko la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to va ve vi wa ya yo za é ö ú".split()
FAMILY_SYLLABLES = """bar bel bor dan der dov fal fen gar gol han hel jor kal ken kol lan lem lor mar men mor nal nev nor pal per
pol ran rev ros sal sen sol tal ter tor val ven vor wal wen yan yor zan zel žan šel çar ñor ød ür""".split()


def verb_forms(verb):
    stem = verb[:-1] if verb.endswith("e") else verb[:-1] + "i" if verb.endswith("y") and verb[-2] not in "aeo" else verb
    third = verb + "es" if verb.endswith(("s", "sh", "ch", "x")) else stem + "es" if stem.endswith("i") else verb + "s"
    return [verb, third, stem + "ed", (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"]


def noun_forms(noun):
    if noun.endswith("y") and noun[-2] not in "aeo":
        return [noun, noun[:-1] + "ies"]
    return [noun, noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")]


def adjective_forms(adjective):
    return [adjective, adjective[:-1] + "y" if adjective.endswith("le") else adjective + "ly"]


def content_words():
    forms = [form for words, inflect in ((VERBS, verb_forms), (NOUNS, noun_forms), (ADJECTIVES, adjective_forms))
             for word in words for form in inflect(word)]
    return list(dict.fromkeys(forms))
