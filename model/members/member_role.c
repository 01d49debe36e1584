#include "members/member_role.h"

#include "phrases/sentence.h"
#include "phrases/word_class.h"

const char *const member_role_names[MEMBER_ROLE_COUNT] = {
    "chair", "co_chair",  "vice_chair", "secretary", "minute_taker", "moderator",
    "host",  "presenter", "member",     "observer",  "guest",        "public"};

/* The words of roles that are not classes of their own in model/wording, or that win over them. */
static const struct {
    const char *pattern;
    unsigned roles;
} role_patterns[] = {
    {"vice|deputy|stellvertretende*|stv|stellv chair*|president*|vorsitzende*|moderator*",
     ROLE_BIT_VICE_CHAIR},
    {"vice-chair*|vice-president*|vicepresident*|vicechair*|stellvertreter*", ROLE_BIT_VICE_CHAIR},
    {"co-chair*|cochair*|co-president*|copresident*|co-vorsitz*", ROLE_BIT_CO_CHAIR},
    {"co chair*|president*", ROLE_BIT_CO_CHAIR},
    {"chair|chairs|chairperson*|chairman|chairwoman|chaired|presiding|president|presidente|"
     "presidenta|presidency|presidencia|preside|vorsitz*|versammlungsleit*|sitzungsleit*|bosun|led",
     ROLE_BIT_CHAIR},
    {"secretary ?of the meeting", ROLE_BIT_MINUTE_TAKER},
    {"secretaire|secretary|secretario|secretaria de seance|actas", ROLE_BIT_MINUTE_TAKER},
    {"secretary|secretaire|secretari*|schriftfuhr*|clerk|sekretar*", ROLE_BIT_SECRETARY},
    {"scribe*|notetaker*|note-taker*|protokoll*|protokollant*|minute-taker*|redact*|redakteur*|"
     "rapporteur*|compiled",
     ROLE_BIT_MINUTE_TAKER},
    {"note|minute|minutes|notes taker*|by|taken", ROLE_BIT_MINUTE_TAKER},
    {"prise de note*", ROLE_BIT_MINUTE_TAKER},
    {"moderator*|moderation|moderated|facilitat*|animat*|redeleit*|modera|moderador*|moderateur*|"
     "moderatrice*|co-moderator*",
     ROLE_BIT_MODERATOR},
    {"host|hosts|hosted|gastgeber*|anfitrion*", ROLE_BIT_HOST},
    {"presenter*|referent*|ponente*", ROLE_BIT_PRESENTER},
    {"observer*|observing|beobachter*|observat*|observador*|oyente*|zuhorer*", ROLE_BIT_OBSERVER},
    {"guest*|visitor*|gast|gaste|gaeste|invite|invites|invitee*|invitad*|besucher*",
     ROLE_BIT_GUEST},
    {"member*|mitglied*|vorstandsmitglied*|membre*|miembro*|tsc|tac|voting|stimmberechtigt*",
     ROLE_BIT_MEMBER},
};

unsigned member_roles_of(struct text_span text)
{
    struct sentence sentence;
    unsigned roles = 0;
    size_t at;
    sentence_read_all(text, &sentence);
    for (size_t i = 0; i < sizeof role_patterns / sizeof *role_patterns; i++)
        if (sentence_find(&sentence, 0, role_patterns[i].pattern, &at))
            roles |= role_patterns[i].roles;
    if (roles & (ROLE_BIT_VICE_CHAIR | ROLE_BIT_CO_CHAIR))
        roles &= ~(unsigned)ROLE_BIT_CHAIR;
    if (roles & ROLE_BIT_MINUTE_TAKER)
        roles &= ~(unsigned)ROLE_BIT_SECRETARY;
    return roles;
}

enum member_mode member_mode_of(struct text_span text)
{
    if (span_has(WORDS_REMOTE, text) ||
        text_matches(text, "zoom|phone|telephone|video|remotely|virtual|virtually|teams|webex"))
        return MODE_REMOTE;
    return span_has(WORDS_IN_PERSON, text) ? MODE_IN_PERSON : MODE_UNKNOWN;
}
