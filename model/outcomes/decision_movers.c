/* Movers and seconders (V3). */
#include "outcomes/decision_private.h"

static void add_mover(struct sentence_marks *marks, struct text_span name)
{
    if (marks->mover_count < NAMES_MAX)
        marks->movers[marks->mover_count++] = name;
    marks->moved = true;
}

/* The verbs of a mover, after his name (V3). */
static const struct {
    const char *pattern;
    bool weak; /* true if people also say so when they only suggest something */
} mover_verbs[] = {
    {"moved|moves that|for|adoption|approval|acceptance", false},
    {"moved|moves ?to "
     "approve|accept|adopt|adjourn|table|amend|close|elect|appoint|authorize|ratify|"
     "nominate|postpone|defer|continue|extend|add|remove|go|enter|have|make|set|allow|direct|pass|"
     "send|support|recommend|create|change|use|move|publish|merge|accept|reopen|hold|start|open|"
     "endorse|grant|fund|proceed|refer|advance|suspend|waive|confirm|reappoint|rescind|strike|"
     "donate",
     false},
    {"moved|moves the motion|adoption|approval|resolution|acceptance|minutes|question", false},
    {"motioned|motions", false},
    {"made|makes|set|sets|put|puts ?forward|forth ?a|the|an motion|motions", false},
    {"stellt|stellte den|einen|folgenden antrag", false},
    {"presenta|presento una|la mocion|propuesta", false},
    {"motion ?to ?that", false},
    {"propose|proposes|proposed|propone|propuso|beantragt|beantragte|propone", true},
};

/* Finds "N moved to ...". */
static void find_mover_before(const struct sentence *sentence, bool spoken,
                              struct sentence_marks *marks)
{
    static const char start[] =
        "moved|moves|motioned|motions|made|makes|set|sets|put|puts|stellt|stellte|presenta|"
        "presento|"
        "motion|propose|proposes|proposed|propone|propuso|beantragt|beantragte|moving";
    for (size_t at = 0; at < sentence->count && !marks->moved; at++) {
        struct text_span name = {NULL, 0};
        if (!sentence_match(sentence, at, start))
            continue;
        const bool first_person = at && sentence_match(sentence, at - 1, "i");
        const bool alone = sentence_match(sentence, at, "moved") &&
                           (at + 1 == sentence->count || sentence->list[at + 1].before == ',' ||
                            (at && sentence_match(sentence, at - 1, "so")));
        for (size_t i = 0; i < sizeof mover_verbs / sizeof *mover_verbs; i++) {
            if (!alone && !sentence_match(sentence, at, mover_verbs[i].pattern))
                continue;
            if (!sentence_name_before(sentence, at, &name) && !(spoken && first_person))
                break;
            add_mover(marks, name);
            marks->moved_weak = !alone && mover_verbs[i].weak;
            break;
        }
    }
    size_t at;
    if (!marks->moved && sentence_find(sentence, 0, "i move to|that|we|the|for", &at) && spoken)
        add_mover(marks, (struct text_span){NULL, 0});
}

/* Finds "Motion to adjourn by N". */
static void find_motion_by(const struct sentence *sentence, struct sentence_marks *marks)
{
    struct text_span names[NAMES_MAX];
    size_t at;
    if (marks->moved || !sentence_match(sentence, 0, "?a motion to|for|that") ||
        !sentence_find(sentence, 2, "by", &at) || at > CERTAIN_WORDS_MAX)
        return;
    const size_t count = sentence_names_after(sentence, at + 1, names);
    for (size_t i = 0; i < count; i++)
        add_mover(marks, names[i]);
}

/* Finds "moved by N", "Moved: N", "proposé par N". */
static void find_mover_after(const struct sentence *sentence, struct sentence_marks *marks)
{
    static const char *const phrases[] = {
        "moved|proposed|motioned|mover ?by",
        "motion|resolution ?was|is ?made|moved|proposed|brought by",
        "motion from|of",
        "1st|first ?by",
        "proposee|propose par",
        "proposition de",
        "gestellt|eingebracht|beantragt von",
        "antrag von",
        "antragsteller*",
        "propuesto|propuesta por|de",
    };
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases && !marks->moved; i++) {
        size_t at;
        const size_t words = sentence_find(sentence, 0, phrases[i], &at);
        if (!words || at + words >= sentence->count)
            continue;
        const bool by = sentence_match(sentence, at + words - 1, "by|par|von|de|por|from");
        if (!by && (sentence->list[at + words].before != ':' || at))
            continue;
        if (sentence_match(sentence, at, "1st|first") && at && sentence->list[at].before != ',' &&
            sentence->list[at].before != ';')
            continue;
        struct text_span names[NAMES_MAX];
        const size_t count = sentence_names_after(sentence, at + words, names);
        for (size_t n = 0; n < count; n++)
            add_mover(marks, names[n]);
    }
}

static void add_seconder(struct sentence_marks *marks, struct text_span name)
{
    if (marks->seconder_count < NAMES_MAX && name.length)
        marks->seconders[marks->seconder_count++] = name;
    marks->seconded = true;
}

/* Finds "N seconded", "seconded by N", "2nd: N" (V3). "second" counts only after a name, before
 * "by" or "the motion", or at the beginning. */
static void find_seconder(const struct sentence *sentence, bool spoken,
                          struct sentence_marks *marks)
{
    static const char verbs[] = "second|seconds|seconded|seconding|2nd|2nds|2nded|seconder|secunda|"
                                "secundado|secundada|appuye|appuyee|unterstutzt|apoyado";
    for (size_t at = 0; at < sentence->count; at++) {
        if (!sentence_match(sentence, at, verbs))
            continue;
        struct text_span names[NAMES_MAX], name;
        const bool by = sentence_match(sentence, at + 1, "by|par|von|por|from") > 0;
        const bool colon = at + 1 < sentence->count && sentence->list[at + 1].before == ':';
        const bool sure = sentence_match(sentence, at,
                                         "seconded|seconding|seconds|seconder|2nded|"
                                         "secunda|secundado|appuye");
        if (by || colon || sentence_match(sentence, at, "2nd|seconder")) {
            const size_t count = sentence_names_after(sentence, at + 1 + by, names);
            for (size_t i = 0; i < count; i++)
                add_seconder(marks, names[i]);
            if (count)
                return;
        }
        const bool ordinal = !sure && at + 1 < sentence->count &&
                             !sentence_match(sentence, at + 1, "the motion|proposal") &&
                             !sentence_match(sentence, at + 1, "motion|it|that|this|vote|by|and");
        if (!ordinal && sentence_name_before(sentence, at, &name)) {
            add_seconder(marks, name);
            return;
        }
        const bool alone =
            sentence->count - at <= 2 || sentence_match(sentence, at + 1, "the motion");
        if ((sure && (at == 0 || sentence->list[at].before == ',' || by)) ||
            (at == 0 && alone && !ordinal) ||
            (spoken && at && sentence_match(sentence, at - 1, "i") && alone)) {
            add_seconder(marks, (struct text_span){NULL, 0});
            return;
        }
    }
}

void sentence_marks_find_movers(const struct sentence *sentence, bool spoken,
                                struct sentence_marks *marks)
{
    find_mover_after(sentence, marks);
    find_motion_by(sentence, marks);
    find_mover_before(sentence, spoken, marks);
    find_seconder(sentence, spoken, marks);
}
