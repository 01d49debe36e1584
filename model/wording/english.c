#include "wording/word_table.h"

/* clang-format off */
const struct words_row words_english = {
    .tag = "en",
    .months = {"january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug",
               "september|sept|sep", "october|oct", "november|nov", "december|dec"},
    .weekdays = {"monday|mon", "tuesday|tues|tue", "wednesday|wed", "thursday|thurs|thur|thu", "friday|fri",
                 "saturday|sat", "sunday|sun"},
    .numbers = {"no|zero|none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"},
    .ordinals = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"},
    .counted = {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "twenty-one|twenty one",
        "twenty-two|twenty two", "twenty-three|twenty three", "twenty-four|twenty four", "twenty-five|twenty five",
        "twenty-six|twenty six", "twenty-seven|twenty seven", "twenty-eight|twenty eight", "twenty-nine|twenty nine",
        "thirty", "thirty-one|thirty one", "thirty-two|thirty two", "thirty-three|thirty three",
        "thirty-four|thirty four", "thirty-five|thirty five", "thirty-six|thirty six", "thirty-seven|thirty seven",
        "thirty-eight|thirty eight", "thirty-nine|thirty nine", "forty", "forty-one|forty one", "forty-two|forty two",
        "forty-three|forty three", "forty-four|forty four", "forty-five|forty five", "forty-six|forty six",
        "forty-seven|forty seven", "forty-eight|forty eight", "forty-nine|forty nine", "fifty", "fifty-one|fifty one",
        "fifty-two|fifty two", "fifty-three|fifty three", "fifty-four|fifty four", "fifty-five|fifty five",
        "fifty-six|fifty six", "fifty-seven|fifty seven", "fifty-eight|fifty eight", "fifty-nine|fifty nine"},
    .days = {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
        "twentieth", "twenty-first|twenty first", "twenty-second|twenty second", "twenty-third|twenty third",
        "twenty-fourth|twenty fourth", "twenty-fifth|twenty fifth", "twenty-sixth|twenty sixth",
        "twenty-seventh|twenty seventh", "twenty-eighth|twenty eighth", "twenty-ninth|twenty ninth", "thirtieth",
        "thirty-first|thirty first"},
    .thousands = "two thousand and|two thousand|twenty",
    .verb_endings = "s",
    .phrases = {
        [WORDS_PRESENT] = "present|attendees|attendee|attendance|attending|attended by|attended|in attendance|participants|participant list|"
                          "participation|roll call|members present|directors present|voting members|voting member attendance|board members present|"
                          "board members in attendance|introduction of attendees|list of attendees|attendee list|who was here|who is here|"
                          "present members|members in attendance|people present|meeting attendees|meeting participants|meeting attendance|"
                          "attendance list|attendance record|officers present|those present|in the room|committee members present|"
                          "council members present|commissioners present|staff present|team members present|quorum and attendance|total attendance",
        [WORDS_REMOTE] = "remote|remotely|online|by phone|phone|on the phone|on phone|on video call|video call|video|via video|via zoom|zoom|virtual|virtually|by video",
        [WORDS_IN_PERSON] = "in person|in-person|on site|on-site|onsite|in the room|local",
        [WORDS_REGRETS] = "absent without apology|absent without apologies|absent without notice|absent without leave|absent without excuse|absent unexcused|unexcused|unexcused absences|unexcused absence|without apology|without apologies|regrets|apologies|apologies for absence|absent|absentees|absences|excused|not present|not attending|not in attendance|"
                          "members absent|directors absent|unable to attend|could not attend|missing|absent with apologies|excused absences|absent members",
        [WORDS_ABSENT] = "absent without apology|absent without apologies|absent without notice|absent without leave|absent without excuse|absent unexcused|unexcused|unexcused absences|unexcused absence|without apology|without apologies|absent|absentees|not present|not attending|not in attendance|members absent|directors absent|missing|absent members",
        [WORDS_GUESTS] = "guests|guest|visitors|visitor|others present|other attendees|also in attendance|also present|other participants|invited guests|"
                         "non-members|non-members present|public present|members of the public|others in attendance|also attending|invitees|others",
        [WORDS_OBSERVERS] = "observers|observer|observers present|non-voting attendees|observing",
        [WORDS_PROXY] = "substitute for|substituting for|alternate for|standing in for|in place of|proxy for|proxy to|proxy given to|proxied by|as proxy for|on behalf of|represented by|representing|proxy|for",
        [WORDS_PROXIES] = "proxies|proxy|proxies given|proxy votes|represented by proxy|represented|proxies received|voting by proxy",
        [WORDS_PROXY_TO] = "to|gave proxy to|gave a proxy to|proxy to|proxy given to|proxy held by|given to|held by|represented by|by",
        [WORDS_CHAIR] = "chair|chairs|chairperson|chairman|chairwoman|co-chair|co-chairs|cochair|presiding|presided by|presiding officer|"
                        "led by|chaired by|president|meeting chair|acting chair|session chair|bosun|meeting led by",
        [WORDS_VICE_CHAIR] = "vice chair|vice-chair|vice chairperson|vice-president|vice president|deputy chair",
        [WORDS_SECRETARY] = "company secretary|corporate secretary|secretary|clerk|board secretary|city clerk|recording secretary",
        [WORDS_MINUTE_TAKER] = "scribe|scribes|note taker|note-taker|note takers|notetaker|notetakers|minutes by|minute taker|minutes taker|minute-taker|"
                               "minutes taken by|notes by|notes taken by|compiled by|recorder|recorded by|secretary of the meeting|taken by|minuting|"
                               "notes taker|minutes|scribed by|respectfully submitted",
        [WORDS_MODERATOR] = "moderator|moderators|facilitator|facilitators|facilitated by|moderated by|co-moderator|facilitation",
        [WORDS_HOST] = "host|hosts|hosted by|meeting host",
        [WORDS_MEMBER] = "members|member|voting member|voting members|council members|board members|team members|tsc members|tsc|committee members|directors|"
                         "commissioners|core team|maintainers|staff|voting",
        [WORDS_OFFICE] = "auditor|auditors|accountant|surveyor|solicitor|lawyer|barrister|mayor|reeve|inspector|controller|comptroller|bursar|registrar|curator|archivist|headteacher|harbourmaster|technician|specialist|trustee|governor|councillor|councilor|councilmember|councilwoman|councilman|alderman|selectman|ombudsman|spokesperson|"
                         "treasurer|director|executive director|chief executive|officer|commissioner|maintainer|representative|liaison|"
                         "assistant to treasurer|editor|chairperson|ceo|cto|cfo|coo|cio|vp|svp|evp|avp|webmaster|historian|chaplain|quartermaster|sergeant|whip|"
                         "manager|counsel|engineer|analyst|designer|developer|coordinator|administrator|advisor|adviser|consultant|architect|attorney|superintendent|planner|librarian",
        [WORDS_PERSON_TITLE] = "pc|pcso|insp.|inspector|mr & mrs|mr. & mrs.|mr and mrs|mr. and mrs.|ald.|ald|the hon.|hon.|the honourable|the honorable|rt hon|rt. hon.|rt hon.|lord|lady|dame|the revd dr|the revd|the revd.|revd|revd.|the rev|the rev.|the reverend|reverend|rev|rabbi|imam|fr|fr.|father|canon|pastor|deacon|capt|capt.|major|maj.|colonel|col.|sgt|sgt.|lt|lt.|officer|judge|justice|rep|rep.|sen|sen.|dr|the rt hon|the rt. hon.|the right honourable|mr.|mr|madam|mrs.|mrs|ms.|ms|miss|mx.|mx|dr.|dr|prof.|prof|professor|sir|chair|vice chair|member|chairman|chairwoman|chairperson|"
                               "cllr|cllr.|clr|cllrs|cllrs.|councillors|councilors|county cllr|county cllr.|county councillor|district cllr|district cllr.|district councillor|borough councillor|trustees|commissioners|directors|commissioner|councilmember|councillor|councilor|council member|mayor|director|president|vice president|"
                               "trustee|supervisor|alderman|secretary|treasurer|senator|rev.|vice mayor|vice-mayor|deputy mayor|lord mayor|mayor pro tem|mayor pro tempore|acting mayor|acting chair|interim chair|deputy chair|co-chair|"
                              "vice chairman|vice chairwoman|vice chairperson|vice-chair|vice-chairman|vice-president|council president|board president|council chair|board chair|committee chair|presiding officer|"
                              "president pro tem|council vice president|board member|committee member|town clerk|city clerk|village clerk|parish clerk|deputy clerk|clerk|city manager|town manager|village manager|"
                              "city attorney|town attorney|city administrator|town administrator|councilman|councilwoman|councilperson|selectman|selectwoman|selectperson|alderwoman|superintendent|vice chancellor|vice-chancellor|provost|dean|"
                              "registrar|bursar|fire chief|police chief|chief|student trustee|student member|governor",
        [WORDS_COLLECTIVE] = "all|everyone|everybody|group|chair|chairs|committee|board|several|various|council|members|audience|staff|public|unknown|someone|attendee|speaker",
        [WORDS_ALL_PRESENT] = "all members were present|all members present|all were present|all directors were present|all present|all board members were present",
        [WORDS_QUORUM] = "quorum",
        [WORDS_LEGAL_FORM] = "inc.|inc|ltd.|ltd|llc|corp.|corp|limited|plc|co.|corporation|company",
        [WORDS_ORGANIZATION] = "party|trust|list|slate|authority|union|division|bureau|foundation|association|institute|university|committee|council|office|department|agency|consortium|group|society|network|"
                               "library|club|the public|federation|commission|systems|software|technologies",
        [WORDS_DATE] = "date|when|meeting date|date and time|date & time|date/time|day|meeting date and time",
        [WORDS_PLACE] = "where|place|location|venue|room|meeting place|meeting location|location / link|location/link|place / link",
        [WORDS_TIME] = "time|times|meeting time|hours",
        [WORDS_START] = "start|starts|started|start time|began|begins|begin|called to order|call to order|called the meeting to order|opened|opens|"
                        "meeting start|meeting started|meeting opened|convened|was convened|start of meeting|meeting called to order",
        [WORDS_END] = "end|ends|ended|end time|adjourned|adjourns|adjourn|adjournment|closed|closes|close|concluded|meeting end|meeting ended|"
                      "meeting closed|meeting adjourned|finish|finished|end of meeting",
        [WORDS_DURATION] = "duration|meeting duration|length",
        [WORDS_TITLE] = "minutes|minute|meeting|meetings|notes|note|of|the|from|for|on|agenda|call|monthly|weekly|regular|meeting minutes|meeting notes|"
                        "minutes of|notes from|and|held|video call|a|an|transcript|draft|biweekly|bi-weekly|annual|working meeting|approved|unapproved|final|revised|corrected|signed",
        [WORDS_HELD] = "held|convened",
        [WORDS_CANCELLED] = "cancelled|canceled|meeting cancelled|meeting canceled|no meeting|did not meet|called off",
        [WORDS_MAIL_HEADER] = "from|to|cc|subject|date|sent|reply-to|message-id|received|mime-version|content-type",
        [WORDS_VOTERS] = "eligible voters|number of eligible voters|members entitled to vote|number of voting members",
        [WORDS_FACTS] = "meeting details|details of the meeting|meeting info|general information|basic information|administrivia|meeting times|meeting data|meeting facts|metadata|roles|meeting roles",
        [WORDS_AGENDA] = "agenda|order of business|topics|contents|content|agenda items|meeting agenda|agenda overview|agenda review|discussion topics|"
                         "today's agenda|proposed agenda|topics for discussion|discussion items|table of contents|toc|items|topics discussed",
        [WORDS_MINUTES] = "minutes|notes|meeting notes|discussion|discussions|meeting minutes|proposals and discussions|minutes of the meeting|proceedings|"
                          "notes and discussion|discussion notes|agenda and notes|meeting summary|agenda and minutes|agenda & notes|agenda/minutes|agenda / notes|agenda & minutes",
        [WORDS_ITEM_PREFIX] = "agenda item|item|topic|issue",
        [WORDS_SKIPPED] = "links|logistics|registration|schedule constraints|guidelines|code of conduct|upcoming meetings|disclaimer|anti-trust|antitrust|"
                          "antitrust policy|agenda items for future meetings|table of contents|participating in meetings|invited|join the meeting|joining the meeting|"
                          "zoom link|zoom|recording|recordings|video|meeting link|meeting links|how to join|related links|housekeeping|meeting information|"
                          "future meetings|dial-in|dial in|contents|content|toc|about these minutes|ipr notice|antitrust notice|references|"
                          "resources|useful links|reference|see also|upcoming events|calendar|participation instructions|agenda template|template|signatures|signature|approval signatures",
        [WORDS_PROCEDURE] = "call to order|call to order and welcome|welcome|welcome and introductions|introductions|introduction|roll call|adjournment|adjourn|adjourned|"
                            "opening|opening of the meeting|opening, welcome and roll call|closing|closure|welcome and roll call|meeting adjourned|"
                            "call to order & roll call|call to order and roll call|end of meeting|adjournment of the meeting|welcome & introductions|"
                            "opening remarks|find volunteers for note taking|adoption of the agenda|sign off|meeting opened|meeting closed|quorum|"
                            "opening and welcome|opening, welcome|start of meeting|close|close of meeting|closing of the meeting",
        [WORDS_PART] = "notes|discussion|discussions|background|comments|comment|votes|vote|details|description|context|motion|questions|q&a|question|"
                       "discussion notes|queue|minutes|presentation|proposal|slides|overview|updates|remarks|public comment|public comments|"
                       "speaker's queue|meeting notes|discussion points|key points|history|rationale|new|open questions",
        [WORDS_SUMMARY] = "summary|summary of key points|speaker's summary of key points|speaker's summary|key takeaways|takeaways|tl;dr|tldr|abstract|"
                          "summary of discussion",
        [WORDS_OTHER_BUSINESS] = "any other business|aob|misc|miscellaneous|other business|other",
        [WORDS_NEXT_MEETING] = "next meeting|next meetings|date of next meeting|next call|upcoming meeting|next meeting date|future meetings|the next meeting",
        [WORDS_ANNEX] = "attachment|attachments|appendix|appendices|annex|annexes",
        [WORDS_PRESENTER] = "presenter|presenters|presented by|requested by|speaker|led by|lead|raised by|proposed by|champion|champions",
        [WORDS_COMMENT] = "public comment|public comments",
        [WORDS_PROPOSAL] = "counter-motion|counter-proposal|counter motion|counter proposal|countermotion|counterproposal|alternative motion|alternative proposal|substitute motion|amendment|proposed amendment|amended motion|motion as amended|main motion|substantive motion|proposal|proposed|proposed resolution|motion|moved|draft resolution|proposed motion",
        [WORDS_MOVER] = "moved by|moved|mover|proposed by|proposed|motion by|motion made by|1st|first|moves|motioned by|1st by|motion from|made by|proposer|maker|motion maker|maker of motion|maker of the motion|movant|originator",
        [WORDS_SECONDER] = "seconded by|seconded|second by|2nd|2nd by|seconder|second|seconds|seconding",
        [WORDS_DECISION] = "decision|decisions|disposition|dispositions|decided|resolved|resolution|resolutions|conclusion|conclusions|consensus|agreed|agreement|verdict|outcome|outcomes|"
                           "it was decided|it was agreed|it was resolved|resolved, that|resolved that",
        [WORDS_CONCLUSION] = "conclusion|conclusions|decision|decisions|outcome|outcomes|conclusion/resolution|conclusions/resolutions|resolution|resolutions|"
                             "meeting conclusion|consensus|decisions made|result|results|conclusion/decision|summary of decisions|summary of resolutions|"
                             "decisions and conclusions|meeting conclusions|final decision|verdict",
        [WORDS_ADOPTED] = "agreed unanimously|unanimously agreed|carried|carries|carry|passed|passes|approved|accepted|adopted|elected|backport accepted|lgtm|ratified|granted|confirmed|approves|accepts|adopts",
        [WORDS_REJECTED] = "not agreed to|not agreed|not supported|not granted|not confirmed|not ratified|failed|fails|lost|rejected|denied|declined|not approved|not accepted|not adopted|not passed|did not pass|defeated|disapproved|does not pass|did not carry|not carried|didn't carry|didn't pass|does not carry|voted down",
        [WORDS_DEFERRED] = "tabled|deferred|postponed|continued|held over|adjourned to|no decision|not decided|deferred to",
        [WORDS_WITHDRAWN] = "withdrawn|withdrew",
        [WORDS_LAPSED] = "lapsed|lapses|died|dies|no seconder|not seconded|was not seconded",
        [WORDS_UNANIMOUS] = "unanimous|unanimously|unanimous consent|all ayes|all in favor|all in favour|with no dissent",
        [WORDS_CONSENT] = "general consent|without objection|no objection|no objections|lazy consensus|by consensus|nem. con.|nem con|consensus|no opposition",
        [WORDS_YES] = "voting in favour|voting in favor|voted in favour|voted in favor|voting for|voted for|voted yes|those in favour|those in favor|yes|yeses|aye|ayes|yea|yeas|for|in favor|in favour|approve|agree",
        [WORDS_NO] = "voting against|voted against|voted no|those against|no|nay|nays|noes|nos|against|opposed|opposes|oppose|disagree",
        [WORDS_ABSTAIN] = "abstain|abstained|abstains|abstention|abstentions|abstaining",
        [WORDS_VOTE] = "vote|votes|ballot|poll|roll call|vote count|voting|tally|roll call vote|roll call votes|roll-call|vote by roll call|recorded vote|recorded votes|the vote|"
                       "record of the vote|votes cast|voting record",
        [WORDS_SECRET] = "secret ballot|by ballot|secret",
        [WORDS_SHOW_OF_HANDS] = "show of hands|by hand|raised hands",
        [WORDS_VOICE] = "voice vote|viva voce",
        [WORDS_ROLL_CALL] = "roll call vote|roll call|roll-call|recorded vote",
        [WORDS_ACTION] = "action|action item|action point|ai|ap|todo|to do|to-do|task|new action|action items|actions",
        [WORDS_ACTIONS] = "action items|actions|action item|action points|action items, by person|actions by person|action items by person|to-do|to do|todo|todos|to-dos|tasks|joblist|action list|new action items|new actions|"
                          "action items from this meeting|open action items|open actions|ongoing actions|summary of action items|action item summary|list of actions|actions arising|actions to take",
        [WORDS_NEXT_STEPS] = "next steps|next step|follow-up|follow up|followup|follow-ups|follow ups",
        [WORDS_REVIEW] = "previous|last week's|last meeting's|review|last|prior|past|earlier|outstanding|matters arising|review of|old action items|completed",
        [WORDS_WILL] = "will|to|is to|shall|are to|should|agreed to|volunteers to|volunteered to|has to|needs to|must|going to",
        [WORDS_DUE] = "by|due|until|before|due by|due date|deadline|no later than",
        [WORDS_DONE] = "done|completed|complete|finished|closed|resolved",
        [WORDS_DROPPED] = "cancelled|canceled|dropped|withdrawn|abandoned|no longer needed|no longer required|no longer necessary|not needed|"
                          "not required|obsolete|won't do|wontfix|will not do|superseded|moot|void",
        [WORDS_OPEN_OWNER] = "tbd|tba|???|??|?|nobody|unassigned|volunteer needed|someone|anyone|all",
        [WORDS_CHECKLIST] = "agenda|objectives|objective|goals|goal|topics",
        [WORDS_NONE] = "none|nobody|no|none.|no one|nothing|no actions|no action items|none at this time|none this week|"
                       "no slides|no slides presented|no slides shown|no presentation",
        [WORDS_NO_NAME] = "phone|telephone|tel|fax|tty|tdd|email|e-mail|website|address|"
                          "who|none|n/a|na|tbd|tba|(...)|...|nobody|no one|no|not applicable|-|unknown|please add yourself|add your name|names|name|apologies|"
                          "and others|others|everyone|all|add yourself|your name|empty",
        [WORDS_NO_SPEAKER] = "phone|telephone|tel|mobile|fax|tty|tdd|email|e-mail|mail|website|web|site|address|contact|agenda packet|packet|"
                             "attachment|attachments|handout|handouts|materials|enclosure|enclosures|exhibit|appendix|dial-in|meeting id|"
                             "passcode|livestream|"
                             "github|gitlab|codeberg|bugzilla|jira|tracker|cost|costs|price|prices|risk|risks|benefit|benefits|advantage|advantages|disadvantages|budget|total|remark|remarks|reason|reasons|estimate|"
                             "income|expenses|balance|target|targets|scope|variant|alternative|part|note|notes|question|questions|goal|goals|re|fyi|pr|link|links|vote|votes|date|time|recording|proposal|answer|update|updates|"
                             "example|e.g|i.e|issue|issues|topic|summary|background|context|conclusion|result|results|outcome|todo|action|decision|resolution|"
                             "resolved|agenda|slides|slide|poll|option|options|status|problem|solution|reminder|tl;dr|tldr|see|edit|next|next steps|next meeting|"
                             "warning|info|important|http|https|url|where|when|location|title|step|idea|ideas|motivation|discussion|minutes|presenter|"
                             "presentation|public comment|comment|comments|action item|action items|consensus|agreement|meeting|agreed|proposed|proposed resolution|"
                             "suggestion|suggested|concern|concerns|pros|cons|pro|con|motion|moved|seconded|second|quorum|present|absent|regrets|scribe|chair|"
                             "attendees|attendance|guests|video|reference|references|task|tasks|version|current|previous|new|old|other|also|ok|yes|no|nb|ps|q|a|"
                             "ai|ap|plan|timeline|deadline|details|description|source|sources|rationale|follow up|follow-up|aob|news|announcement|announcements|"
                             "key points|takeaway|takeaways|owner|assignee|due|priority|opcode map|shared attributes|transcript|chat|doc|docs|document|"
                             "documentation|repo|repository|code|test|tests|bug|bugs|feature|features|release|releases|introduction|overview|approved|accepted|"
                             "rejected|adopted|deferred|carried|passed|failed|yay|yea|nay|aye|ayes|nays|noes|abstain|for|against|in favor|opposed|stage|review|reviews|balance|total|"
                             "income|expenses|budget|report|reports|pull request|pull requests|milestone|tracking|label|labels|tracker|discussed|decided|requested by|duration|type",
        [WORDS_FUNCTION_WORD] = "the|a|an|this|that|these|those|it|its|they|we|you|he|she|i|there|here|our|your|my|his|her|their|what|why|how|who|where|when|"
                                "which|if|in|on|at|to|for|of|with|from|by|as|is|are|was|not|so|then|but|and|or|because|since|some|any|each|every|no|do|does|"
                                "can|could|should|would|will|may|let|all|more|most|other|another|one|two|three|first|second|third|next|last|"
                                "per|after|before|during|about|also|maybe|possible|currently|however|use|using|need|needs|see|only|both",
        [WORDS_AND] = "and|as well as",
        [WORDS_TASK_TO] = "to",
        [WORDS_ORDINAL] = "st|nd|rd|th",
        [WORDS_YEAR] = "year",
        [WORDS_DAY_TO] = "and|to",
        [WORDS_OF] = "of|in|day of",
        [WORDS_THE] = "the",
        [WORDS_TIME_TO] = "to|until|till|and",
        [WORDS_TIME_UNTIL] = "until|till",
        [WORDS_OCLOCK] = "hrs|o'clock",
        [WORDS_TIME_AT] = "at|from|until",
        [WORDS_EVENING] = "in the evening|in the afternoon|at night",
        [WORDS_HALF_PAST] = "half past",
        [WORDS_QUARTER_PAST] = "quarter past|a quarter past",
        [WORDS_QUARTER_TO] = "quarter to|a quarter to",
        [WORDS_PLACE_IN] = "in the|at the|in|at",
        [WORDS_NOON] = "noon|midday",
        [WORDS_MIDNIGHT] = "midnight",
        [WORDS_MINUTE] = "minutes|minute|mins|min|m",
        [WORDS_HOUR] = "hours|hour|hrs|hr|h",
    },
    .patterns = {
        [PATTERN_ABBREVIATION] = "mr|mrs|ms|dr|prof|st|no|vs|inc|ltd|co|eg|ie|etc|cllr|clr|rev|hon|messrs|approx|ave|"
                                 "dept|fig|ref|prop|sec|art|vol|gov|sen|capt",
        [PATTERN_ARTICLE] = "the|a|an",
        [PATTERN_NOT] = "not|no|never|t",
        [PATTERN_FEW] = "few|some|several|hardly|barely",
        [PATTERN_SUBORDINATE] = "that|if|whether|when|said|noted|as",
        [PATTERN_EARLIER] = "at|in the|our|its|their last|previous|prior|earlier meeting|session",
        [PATTERN_BODY_LABEL] = "company|organisation|organization|association|society|club|charity|body;name of ?the company|organisation|organization|association|society|club|body|charity",
        [PATTERN_IN_YEAR] = "in|since",
        [PATTERN_AGENT_BY] = "by",
        [PATTERN_OTHER_BODY] = "fund|funds|foundation|bank|ministry|minister|government|parliament|senate|landlord|landlady|court|judge|tribunal|insurer|insurers|insurance|police|federation|authority|authorities|regulator|county|state|university|department|agency|planners|lottery|diocese|headquarters|employer|publisher|sponsor|sponsors;"
                               "county|district|borough|city|town|parish|regional|national council|board|committee|assembly",
        [PATTERN_EARLIER_TIME] = "in|during ?early|late ?the year #;"
                                 "in|during|since ?early|late # the|our|we|it|this|a|members|councillors|trustees;"
                                 "in|since january|february|march|april|may|june|july|august|september|october|november|december ?#;"
                                 "on # january|february|march|april|may|june|july|august|september|october|november|december the|our;"
                                 "last year|month|week|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december;"
                                 "the year|month|week before;"
                                 "yesterday",
        [PATTERN_TELLS] = "said|says|reported|reports|reminded|reminds|recalled|recalls|remembered|mentioned|"
                          "mentions|explained|explains|told|informed|informs|added|adds|pointed|asked|asks|"
                          "claimed|argued|commented|wrote|writes|"
                          "complained|complains|understood|believed|believes|thought|thinks|heard;"
                          "said|says|thought|thinks|believed|believes the|it|they|this|our|we",
        [PATTERN_BREAK] = "re-convened|reconvened|resumed|recess|recessed;"
                          "adjourned ?the ?meeting until|till|to|for",
        [PATTERN_CALLED_TO_ORDER] = "call|called|calls|brought|came to order;"
                                    "call|called|calls ?the|this ?regular|special|annual meeting|session to order",
        [PATTERN_OPENED] = "opened|opens|started|starts|convened|convenes the|this ?regular|special|annual|monthly "
                           "meeting|session;"
                           "meeting|session|call ?was|is opened|started|began|begins|starts",
        [PATTERN_CLOSED] = "closed|closes|ended|concluded the meeting|session;"
                           "adjourned|adjourns|adjourn|adjournment;"
                           "meeting|session|call ?was|is closed|ended|concluded|finished|ends|closes",
        [PATTERN_END_LABEL] = "?meeting|session end|ends|ended|closed|finish|finished|adjourned;"
                              "end|close of ?the meeting|session;"
                              "finish|finishing|closing|ending time",
        [PATTERN_DRAFT] = "draft|drafted|version|revision|rev|circulated|distributed|issued|published|posted|updated|revised|"
                          "printed|created|prepared|generated|typed|modified|approved|signed "
                          "?v*|version|by|no ?# ?of|on|from|dated|at|as ?of;"
                          "date ?of approval|issue|publication|circulation;approved by the ?council|board|committee ?on",
        [PATTERN_NEXT] = "next|following;reconvene*|resume*",
        [PATTERN_MINUTES_OF] = "minutes|notes of|from|for|dated;minutes;last|previous|prior|preceding ?v* meeting|session|call",
        [PATTERN_START_LABEL] = "?meeting|session start|starts|opened|opens|began|started|begin|commenced;"
                                "start|beginning of ?the meeting|session;"
                                "starting time",
        [PATTERN_JOINED] = "from|joined|joins|joining|arrived|arrives|arriving|entered|since|late|lateness",
        [PATTERN_LEFT] = "until|till|left|leaves|leaving|departed|departs",
        [PATTERN_REPORTS] = "asked|asks|noted|notes|reported|reports|said|stated|explained|explains|thanked|suggested|requested|"
                            "informed|commented|replied|responded|presented|welcomed|raised|advised|announced|"
                            "introduced|summarised|summarized|recommended|queried|enquired|outlined|reminded|"
                            "highlighted|observed|opened|closed|adjourned|discussed|agreed|moved|seconded;"
                            "was|is adjourned|closed|opened|suspended|resumed;"
                            "spoke|debated|considered|reviewed|heard|received|approved|resolved|expressed|felt|voiced|"
                            "questioned|voted|decided|supported|opposed|objected|preferred|looked|shared|reached|"
                            "acknowledged|wished|concluded|adopted|accepted|deferred|directed|instructed|talked|took;"
                            "pointed|points out;"
                            "gave|gives a|an|the update|report|overview|summary",
        [PATTERN_MINUTED] = "it was|is ?also ?then ?further noted|reported|agreed|explained|suggested|stated|pointed|"
                            "confirmed|decided|resolved|recommended|observed|felt|clarified|proposed|asked|acknowledged|"
                            "announced|mentioned|moved|requested|discussed|highlighted|remarked|recorded|emphasised|"
                            "emphasized|questioned|raised;"
                            "there was|were|being no|some|a|further|general|considerable|much|brief|lengthy|broad "
                            "?brief|further|general|lengthy|short|other|public|more discussion|debate|questions|question|"
                            "comments|comment|objections|objection|agreement|support|consensus|reports|correspondence;"
                            "?a|some|much|further ?further|general|brief|lengthy|short|long|open|lively discussion|debate|"
                            "conversation followed|ensued|took|was|continued|occurred;"
                            "no ?further|other|public|more questions|question|comments|comment|objections|objection|"
                            "discussion|concerns|opposition|reports|report|correspondence|members|business ?was|were;"
                            "questions|comments|concerns|points|issues|suggestions was|were raised|asked|made|taken|invited|"
                            "discussed|answered",
        [PATTERN_GATHERED] = "?several|some|many|most|all|various|other|two|three|the ?of ?the ?council|board|committee "
                             "members|councillors|councilors|commissioners|trustees|directors|residents|attendees|"
                             "participants|delegates|governors|officers|staff|neighbors|neighbours|parents|students;"
                             "those present;everyone|everybody|council|committee|board|staff|management;"
                             "the council|committee|board|trustees|group|panel|commission|senate|assembly|team;"
                             "a few|number ?of members|residents|councillors|trustees|people",
        [PATTERN_SPOKEN] = "i|we|my|our|us|me|you|your",
        [PATTERN_MINUTED_PARTICIPLE] = "received|noted|presented|circulated|discussed|approved|considered|deferred|reviewed|"
                                       "given|read|tabled|accepted|opened|closed|suspended|resumed|adjourned|agreed",
        [PATTERN_SESSION] = "meeting|session|chair",
        [PATTERN_OWN_MEETING] = "meeting|meet|call|session|assembly",
        [PATTERN_KIND_OF_MEETING] = "?draft|approved|unapproved|final|official|meeting ?minutes|notes ?of|from|for ?the|a "
                                    "?special|organizational|annual|monthly|quarterly|emergency|joint ?regular|special|annual ?monthly ?public "
                                    "?board|council|business|general ?membership meeting|session ?minutes ?held ?on|of",
        [PATTERN_COMMON_BODY] = "board|committee|council|directors|trustees|governors|executive|management|steering|"
                                "governing|body|members|general|assembly|annual|standing|extraordinary|of|the|meeting|and",
        [PATTERN_ROOM] = "hall|room|library|center|centre|school|church|chapel|chambers|chamber|building|auditorium|"
                         "clubhouse|boardroom|theatre|theater|hotel|pub|inn|street|avenue|road",
        [PATTERN_REPRESENTS] = "for|behalf|representing",
        [PATTERN_REPRESENTED] = "represented",
        [PATTERN_GIVES_PROXY] = "given",
        [PATTERN_PRONOUNS] = "he|she|they ?him|her|them|his ?his|hers|theirs|they|them",
        [PATTERN_REPRESENTATIVE] = "representative|rep|liaison|delegate",
        [PATTERN_ORGANIZATION_ARTICLE] = "the",
        [PATTERN_PRESENT_BEFORE] = "?this|the ?meeting was ?also attended by;"
                                   "?also present|attending was|were;?also in attendance was|were;those present were;"
                                   "the ?following directors|members|trustees|officers|shareholders|persons ?of ?the ?board|company|corporation|committee "
                                   "?constituting|being ?a|the ?quorum ?of ?the ?board ?of ?directors were ?also present|in ?attendance;"
                                   "present at|for ?the meeting was|were",
        [PATTERN_EXCUSED_BEFORE] = "?written apologies|regrets ?for ?their ?absence|non-attendance ?were|was|have|had "
                                   "?been ?also ?received|sent|given|tendered|offered|noted|accepted|submitted|recorded ?and "
                                   "?accepted|noted|approved from;"
                                   "?the ?board|committee|council ?received|noted apologies|regrets ?for ?absence from;"
                                   "excused was|were;unable to attend was|were",
        [PATTERN_ABSENT_BEFORE] = "absent was|were",
        [PATTERN_PRESENT_AFTER] = "was|were ?also present ?at ?the ?meeting;was|were ?also in attendance;"
                                  "?also attended ?the|this ?meeting",
        [PATTERN_EXCUSED_AFTER] = "?had|has|have sent|gave|given|tendered|offered|submitted ?his|her|their apologies|regrets "
                                  "?for ?absence;was|were excused;?have|has|had been excused;"
                                  "was|were|is|are absent with apologies;was|were unable to attend",
        [PATTERN_ABSENT_AFTER] = "was|were absent ?from|at ?the|this ?meeting;was|were not present;did not attend",
        [PATTERN_BODY_MEMBERS] = "?the ?board|council|committee|team members|member|directors;"
                                 "councillors|councilors|councilmembers|commissioners|trustees|officers|supervisors|"
                                 "aldermen|selectmen",
        [PATTERN_LED_BY] = "led|chaired|presided ?over by;under the chairmanship|chair|presidency|leadership of",
        [PATTERN_MODERATED_BY] = "facilitated|moderated by",
        [PATTERN_HOSTED_BY] = "hosted by",
        [PATTERN_MINUTES_BY] = "minutes|notes ?were|was ?taken|recorded|prepared|written by;"
                               "scribed|compiled by;"
                               "respectfully submitted ?by",
        [PATTERN_NAME_SUFFIX] = "jr|sr|junior|ii|iii|iv",
        [PATTERN_PLURAL_TITLE] = "councillors|councilors|cllrs|clrs|councilmembers|trustees|commissioners|directors|aldermen|supervisors|messrs|drs;the councillors|councilors|trustees|commissioners|directors|members|governors;county|district|borough|town|parish councillors|cllrs",
        [PATTERN_LETTERS_AFTER] = "phd|md|mba|mp|mep|mla|obe|mbe|cbe|cpa|esq|esquire|qc|kc|jp|msc|bsc|ma|ba|frs|rn|pe|jd;"
                                  "ph d",
        [PATTERN_BORN] = "nee|born",
        [PATTERN_BESIDES] = "plus|and|about|approximately|around|circa|some|over|another",
        [PATTERN_HEAD_OF] = "?deputy|acting|interim|assistant|co head|heads|chief|lead|vp|svp|evp|director|secretary of|for",
        [PATTERN_AS] = "as",
        [PATTERN_PUBLIC] = "public|residents|spectators|press|onlookers",
        [PATTERN_PEOPLE] = "people|persons|guests|guest|members|member|visitors|visitor|residents|observers|attendees|parents|students|owners|delegates|homeowners|councillors|volunteers",
        [PATTERN_BESIDE_OFFICE] = "the|deputy|acting|interim|vice|co|assistant|associate|senior|junior|general|chief|city|town|"
                                  "county|village|parish|council|board|club|honorary|hon|of|first|second|meeting|"
                                  "session|presiding|recording|mr|mrs|ms|madam|madame|mister|your|former",
        [PATTERN_DEPARTMENT] = "parks|recreation|planning|zoning|finance|finances|works|safety|development|research|"
                               "education|health|transport|transportation|housing|engineering|resources|legal|"
                               "communications|marketing|operations|facilities|policy|administration|procurement|"
                               "building|buildings|gardens|culture|sports|environment|inspections|sewer|public|human|community|economic|technology|water|utilities|services|programs",
        [PATTERN_REMOTE] = "?via|by|on|over|per|par|por|with|in|joined|dialled|dialed ?the|ms|microsoft|google|cisco|a "
                           "zoom|phone|telephone|tel|video|remotely|remote|virtual|virtually|teams|webex|skype|"
                           "jitsi|bigbluebutton|bbb|meet|gotomeeting|conference|videoconference|online|call "
                           "?only|call|link|conference|meeting;"
                           "dial-in|dialled-in|dialed-in|call-in;"
                           "dial|dialled|dialed|call|called in",
        [PATTERN_IN_PERSON] = "?in ?the person|room|chamber;"
                              "physical|physically|in-person|onsite|on-site",
        [PATTERN_ACTS_AS_SECRETARY] = "acted|acting|serving|served as ?the ?meeting secretary;secretary of the meeting was",
        [PATTERN_AMONG] = "including|among;among them;of whom",
        [PATTERN_CHAIR] = "chair|chairs|chairperson*|chairman|chairwoman|chaired|presiding|president|presidency|"
                          "bosun|led",
        [PATTERN_CO_CHAIR] = "co-chair*|cochair*|co-president*|copresident*;"
                             "co chair*|president*",
        [PATTERN_VICE_CHAIR] = "vice|deputy chair*|president*|moderator*;"
                               "vice-chair*|vice-president*|vicepresident*|vicechair*",
        [PATTERN_SECRETARY] = "secretary|secretari*|clerk",
        [PATTERN_MINUTE_TAKER] = "secretary ?of the meeting;"
                                 "scribe*|notetaker*|note-taker*|minute-taker*|rapporteur*|compiled;"
                                 "note|minute|minutes|notes taker*|by|taken",
        [PATTERN_MODERATOR] = "moderator*|moderation|moderated|facilitat*|co-moderator*",
        [PATTERN_HOST] = "host|hosts|hosted",
        [PATTERN_PRESENTER] = "presenter*",
        [PATTERN_OBSERVER] = "observer*|observing",
        [PATTERN_GUEST] = "guest*|visitor*|invitee*",
        [PATTERN_MEMBER] = "member*|tsc|tac|voting",
        [PATTERN_GIVEN_NAME_COLUMN] = "first|given name*;"
                                      "firstname|given",
        [PATTERN_FAMILY_NAME_COLUMN] = "last|family name*;"
                                       "lastname|surname",
        [PATTERN_ABBREVIATION_COLUMN] = "abbreviation*|initials|abbr|acronym",
        [PATTERN_HANDLE_COLUMN] = "irc|github|slack|user|twitter|nick ?nick|name|handle|id;"
                                  "handle|username|nickname|alias|login",
        [PATTERN_ORGANIZATION_COLUMN] = "company|organisation|organization|affiliation|employer|org|association|"
                                        "institution",
        [PATTERN_STATUS_COLUMN] = "status|attendance|attended|present|presence|here|attending|participation|attends",
        [PATTERN_ROLE_COLUMN] = "role|roles|position|function|type|membership|office",
        [PATTERN_MODE_COLUMN] = "mode|location|how",
        [PATTERN_NAME_COLUMN] = "name|names|who|attendee*|participant*|member*|person|people|councillor*|councilor*|director*|trustee*|delegate*",
        [PATTERN_REASON] = "emergency|leave|engagement|engagements|commitment|commitments|illness|sickness|bereavement|appointment|appointments|holiday|holidays|vacation|reasons|conflict|unwell",
        [PATTERN_EXCUSED_CELL] = "regrets|excused|apologies|apology|apologised|apologized|leave|e|proxy|ill|"
                                 "illness|sick|sickness|holiday|holidays|vacation|travelling|traveling",
        [PATTERN_ABSENT_CELL] = "no|n|absent|a|missing|false|na|none|no-show;"
                                "n a;"
                                "no show;"
                                "not|didn|did ?not|t present|attending|attend|attended|here|there|available;"
                                "unable to attend|join;"
                                "away|unavailable",
        [PATTERN_PRESENT_CELL] = "yes|y|x|p|present|attended|attending|here|true|joined|confirmed|ok",
        [PATTERN_RESOLUTION] = "resol*",
        [PATTERN_CONSENSUS] = "consens*|agreed|agreement",
        [PATTERN_MOVED_LABEL] = "moved|mover ?by",
        [PATTERN_MOTION_LABEL] = "?amended|main|substantive|proposed moved|motion|amendment",
        [PATTERN_PROPOSAL_LABEL] = "?new|revised|amended proposed|draft|proposition resolution|decision motion ?text",
        [PATTERN_RESOLVED_THAT] = "?now ?therefore ?be ?it ?further resolved that|to;"
                                  "resolved prop|proposed|moved;"
                                  "resolved by # votes to|against # that|to;"
                                  "resolved|agreed|decided unanimously that|to;agreed|decided that",
        [PATTERN_AGREED_ALONE] = "?all|everyone|unanimously agreed|decided|resolved ?by ?all|consensus|unanimously",
        [PATTERN_AGREED_TO] = "agreed|decided to",
        [PATTERN_DECISIONS_HEADING] = "decisions ?made|and|taken ?conclusions|decisions|resolutions;"
                                      "resolutions",
        [PATTERN_NUMBER] = "no|num|number|n",
        [PATTERN_MOVES] = "moved|moves that|for|adoption|approval|acceptance;"
                          "moved|moves ?to approve|accept|adopt|adjourn|table|amend|close|elect|appoint|authorize|"
                          "ratify|nominate|postpone|defer|continue|extend|add|remove|go|enter|have|make|set|allow|"
                          "direct|pass|send|support|recommend|create|change|use|move|publish|merge|accept|reopen|"
                          "hold|start|open|endorse|grant|fund|proceed|refer|advance|suspend|waive|confirm|reappoint|"
                          "rescind|strike|donate;"
                          "moved|moves the|an|a|this ?friendly amendment;"
                          "moved|moves the previous question;"
                          "moved|moves the motion|adoption|approval|resolution|acceptance|minutes|question;"
                          "moved|moves|proposed|proposes|made|makes|submitted|submits a|an|the ?counter|alternative|alternate|"
                          "substitute counter-motion|countermotion|counter-proposal|counterproposal;"
                          "moved|moves|proposed|proposes|made|makes|submitted|submits a|an|the counter|alternative|alternate|"
                          "substitute motion|proposal;"
                          "motioned|motions;"
                          "made|makes|set|sets|put|puts ?forward|forth ?a|the|an motion|motions;"
                          "motion ?to ?that",
        [PATTERN_MOVES_TO] = "moved|moves to",
        [PATTERN_MOVED_PLACE] = "next|item|items|agenda|discussion|discussions|question|questions|page|section|point|new|"
                                "old|closed|executive|open|public|other|another|further|room|business",
        [PATTERN_PROPOSES] = "propose|proposes|proposed",
        [PATTERN_MOVED] = "moved",
        [PATTERN_SO] = "so",
        [PATTERN_I] = "i",
        [PATTERN_I_MOVE] = "i move to|that|we|the|for",
        [PATTERN_IS_PROPOSED] = "it was|is ?also proposed to|that;the board|committee|council|executive|trustees proposes|proposed|propose to|that",
        [PATTERN_MOTION_TO] = "?a motion to|for|that",
        [PATTERN_MOTION_BY] = "by",
        [PATTERN_MOVED_BY] = "moved|proposed|prop|motioned|mover ?by;"
                             "motion|resolution ?was|is ?duly ?made|moved|proposed|brought by;"
                             "motion|proposition|proposal from|of;"
                             "1st|first ?by",
        [PATTERN_OF_MOVER] = "by|from|of",
        [PATTERN_FIRST] = "1st|first",
        [PATTERN_SECONDS] = "sec|second|seconds|seconded|seconding|2nd|2nds|2nded|seconder",
        [PATTERN_SECONDED] = "seconded|seconding|seconds|seconder|2nded",
        [PATTERN_SECONDER] = "2nd|sec|seconder",
        [PATTERN_BY] = "by|from",
        [PATTERN_AFTER_SECOND] = "the motion|proposal;"
                                 "motion|it|that|this|vote|by|and",
        [PATTERN_THE_MOTION] = "the motion",
        [PATTERN_BETWEEN_NAME_AND_VERB] = "so|then|has|also|hereby|formally",
        [PATTERN_NOT_IN_NAME] = "motion|motions|proposal|resolution|upon|then|also|it|we|i|resolved|substantive;"
                                "main|original motion",
        [PATTERN_NO_DECISION] = "no ?major|formal|final decision|decisions ?was|were",
        [PATTERN_GOES_ON] = "let s|us ?all keep|continue working|discussing|talking|looking|iterating;"
                            "lets ?all keep|continue working|discussing|talking|looking|iterating",
        [PATTERN_NO_RESULT] = "continued|lost|carry|confirmed|died|dies;"
                              "passed|carried|passes on|out|over|away|by|along|through",
        [PATTERN_NOT_YET] = "be|been|to|get|if|once|being|until",
        [PATTERN_CASTING_VOTE] = "casting vote;"
                                 "tie-breaking|tiebreaking vote",
        [PATTERN_TWO_THIRDS] = "two-thirds;"
                               "two thirds;"
                               "2 3 ?rds majority|vote",
        [PATTERN_THREE_QUARTERS] = "three-quarters|three-fourths;"
                                   "three quarters|fourths;"
                                   "3 4 majority|vote",
        [PATTERN_NO_MAJORITY] = "majority|quorum ?was|is not reached|met|achieved|attained|obtained;"
                                "short of the ?required ?two-thirds majority",
        [PATTERN_HAS_BEEN] = "has|have been",
        [PATTERN_MODAL] = "if|should|would|could|can|whether|must|unless|once|until|will|may|might",
        [PATTERN_DECIDED_PERFECT] = "carried|passed|approved|adopted|accepted|ratified|rejected|defeated|denied|"
                                    "declined|tabled|deferred|postponed|withdrawn|elected|voted",
        [PATTERN_AUXILIARY] = "had",
        [PATTERN_VOTED_NOUN] = "counter-motion|countermotion|counter-proposal|counterproposal|motion|motions|resolution|vote|votes|amendment|ballot|poll|moved",
        [PATTERN_BUSINESS_NOUN] = "proposal|proposition|budget|accounts|report|agenda|minutes|request|pr|resolutions|item|"
                                  "application|items|charter|policy|matter|ordinance|bill|contract|consideration|hearing|decision",
        [PATTERN_ALL_MOTIONS] = "both|all ?the ?two|three|four motions|resolutions|proposals|amendments",
        [PATTERN_PASSIVE] = "was|were|is|are|has|been",
        [PATTERN_DEFERS] = "defer|defers|deferred|deferring|deferral|deferment;"
                           "to table|shelve;"
                           "tables|tabled ?the|this|that motion|item|matter|proposal|resolution|application|report|question",
        [PATTERN_POSTPONES] = "postpone|postpones|postponed|postponing|postponement;"
                              "to hold|put|carry ?the|this|that ?item|matter|it|motion|question over|off",
        [PATTERN_REJECTS] = "reject|rejects|rejected|rejecting|rejection|deny|denies|denied|decline|declines|declined|"
                            "refuse|refuses|refused;recommends|recommended refusal|rejection|denial;"
                            "voted|votes|vote|decided|decides ?by ?# ?to|votes ?# ?votes against;"
                            "voted|votes|vote down;"
                            "not ?to approve|adopt|accept|grant|ratify|confirm",
        [PATTERN_MATTER] = "matter|matters|item|items|decision|decisions|question|issue|topic|point|subject|vote|votes|"
                           "motion|motions|proposal|resolution|ballot|discussion|consideration|debate|election|"
                           "elections|approval|application|amendment|bill|ordinance|it|this",
        [PATTERN_GENERAL] = "matter|item|request|question|issue|point|topic|subject|decision|recommendation|business|this|that|it|"
                            "both|all|everyone|members|those|present|attending|attendance|councillors|trustees|delegates|"
                            "meeting|chair|board|committee|council|group|quorum|majority|agreed|agree|agreement|decided|"
                            "resolved|declared|declares|discussion|debate|after|upon|favor|favour|dissent|opposition|"
                            "objection|objections|voice|hands|ballot|further|then|thus|therefore|accordingly|hereby|also|"
                            "again|duly|result|outcome|consensus|consent",
        [PATTERN_PRONOUN] = "it|this|that|both|they|these|which",
        [PATTERN_FORMER] = "former",
        [PATTERN_LATTER] = "latter|last",
        [PATTERN_COUNTER] = "counter-motion|counter-motions|countermotion|counterproposal|counter-proposal|counter-proposals|counterproposals;"
                            "counter|alternative|alternate|rival|substitute|opposing motion|proposal|resolution",
        [PATTERN_SUBSTITUTE] = "substitute motion|proposal|resolution",
        [PATTERN_ORIGINAL_MOTION] = "original|main|first motion|proposal|resolution",
        [PATTERN_OF_MATTER] = "to|on|for|that|about|concerning|regarding",
        [PATTERN_RELATIVE] = "that|which|who|whose",
        [PATTERN_RESULT_REASON] = "by ?the mover|movers|proposer|applicant|author;for lack|want|a;by|with #;by a|an;due to;because|owing;on a|the",
        [PATTERN_APPROVES] = "voted down",
        [PATTERN_AMENDMENT] = "amendment|amendments",
        [PATTERN_ELECTED_TO] = "unopposed|elected|re-elected|reelected|unanimously",
        [PATTERN_RESULT_LABEL] = "result|outcome|results",
        [PATTERN_AMEND] = "amend|amends|amending",
        [PATTERN_AMENDS] = "?to|that amend ?the|this ?main motion|resolution|proposal",
        [PATTERN_SUBSIDIARY] = "motion|motions|moved|moves|moving to table|postpone|defer|refer|commit|adjourn|recess;"
                               "motion|moved|moves to close|end|limit|extend ?the debate|discussion;"
                               "motion|moved|moves to lay ?the|it motion|matter|item|it|on;"
                               "?the|call previous question;called|calls the question;tabling|procedural motion;"
                               "motion to call the question;motion for|of closure|cloture|referral|postponement",
        [PATTERN_AMENDED_MOTION] = "motion|resolution|proposal as amended;amended|substantive|main motion|resolution|proposal",
        [PATTERN_AMENDED] = "as amended;"
                            "with ?the ?following ?friendly amendments|amendment",
        [PATTERN_DECIDES] = "it was|is ?further ?unanimously ?also decided|agreed|resolved ?that|to|by;"
                            "we|all|everyone|members ?all ?have|unanimously agreed|decided|resolved ?that|to|on|upon;"
                            "?the board|committee|council|group|meeting|tac|tsc|team|panel|commission|membership|"
                            "assembly ?members ?unanimously ?also decided|agreed|picked|approved|voted|resolved|"
                            "decides|agrees|approves|resolves|adopted|elected|appointed|accepted|selected|adopts|deferred|"
                            "defers|postponed|tabled|rejected|rejects|denied|declined;"
                            "?the board|committee|council|commission|panel recommends|recommended refusal|rejection|denial|approval of|that|on;"
                            "?the members|councillors|councilors|trustees|directors|delegates|commissioners ?present voted ?by # ?to #",
        [PATTERN_REFUSES] = "?the board|committee|council|group|meeting|commission|panel|assembly|members|we did|does|do not approve|adopt|accept|endorse|ratify|grant",
        [PATTERN_NOT_ADOPTED] = "not agreed|approved|carried|adopted|passed|accepted|granted",
        [PATTERN_DECIDES_ALONE] = "resolved ?unanimously to|that;resolved prop|proposed|moved",
        [PATTERN_NOT_DECIDING] = "had|if|would|should|whether|previously",
        [PATTERN_OPERATIVE] = "accepts|adopts|affirms|agrees|appoints|approves|authorises|authorizes|calls|confirms|"
                              "delegates|directs|endorses|instructs|invites|notes|recommends|rejects|requests|"
                              "resolves|supports|urges|welcomes",
        [PATTERN_DELIBERATED] = "having ?duly considered|deliberated;after ?due deliberation|consideration",
        [PATTERN_ELECTED] = "was|were|is|are ?been ?unanimously|duly elected|re-elected|reelected|appointed",
        [PATTERN_ELECTED_WORD] = "elected|re-elected|reelected|appointed",
        [PATTERN_MOTION] = "motion|motions|resolution|proposal|proposition",
        [PATTERN_MINUTES] = "minutes|agenda",
        [PATTERN_VOTE] = "vote|votes|voted|voting|ballot|poll|polled|hands",
        [PATTERN_VOTE_NOUN] = "vote|votes|voted",
        [PATTERN_BARE_VOTES] = "votes",
        [PATTERN_BEFORE_SCORE] = "by|with",
        [PATTERN_VOTED_SCORE] = "voted|votes|vote ?by # ?votes ?to|against #;voted|votes|vote down",
        [PATTERN_POLL] = "poll|straw-poll|straw",
        [PATTERN_VOTE_ON] = "vote|voting|ballot|poll|division on the|this|that ?main|original|substantive|amended motion|resolution|proposal;"
                            "result ?of ?the vote ?on ?the motion|resolution|proposal",
        [PATTERN_VOTE_HELD] = "called|taken|upon|show|hands|passed|carried|failed|count|result*|by",
        [PATTERN_ALL_IN_FAVOR] = "all ayes|yeas;"
                                 "all ?voted|vote in favor|favour",
        [PATTERN_NOT_UNANIMOUS] = "unanimous|unanimously ?carried|approved|adopted|passed minus|except|save|but ?for one|two|three|#;"
                                  "unanimous|unanimously ?carried|approved|adopted|passed with one|two|three|# ?vote|votes "
                                  "against|opposed|no|nay|dissent*",
        [PATTERN_BY_MAJORITY] = "?by ?a majority",
        [PATTERN_UNTIL] = "until|till|to",
        [PATTERN_NO_SECOND] = "for ?lack|want ?of ?a second|seconder|support",
        [PATTERN_UNANIMOUSLY] = "unanimously|unanimous",
        [PATTERN_RESPONSE] = "?the ?council|committee ?parish ?council ?has|have|had|raised|raises|raise|with|made|makes no ?further objection|objections|comment|comments ?was|were ?raised|made ?to|on ?this|the ?application;?the ?council|committee objection|objections|object|objects|objected ?to ?this|the ?application",
        [PATTERN_APPLICATION] = "?planning|tree|licensing|license|pre-application application|applications|appeal|consultation",
        [PATTERN_CONSENT] = "general|unanimous consent;"
                            "without|no objection|objections;"
                            "nem con",
        [PATTERN_ELECTED_LABEL] = "?duly elected|re-elected ?unanimously ?as|to ?the ?members|board|committee|council",
        [PATTERN_ELECTION_LABEL] = "election|elections ?result|results;result|results of ?the election|ballot|vote;votes ?received|cast",
        [PATTERN_CANDIDATE] = "candidate*|nominee*",
        [PATTERN_YES] = "?votes|voted|voting|those in favor|favour;"
                        "?votes|voted|voting yes|yea|yeas|aye|ayes;"
                        "?votes|voted|voting for",
        [PATTERN_NO] = "?votes|voted|voting|those no|nay|nays|noes|against|opposed|oppose|opposes",
        [PATTERN_ABSTAIN] = "?votes abstain*|abstention*|withheld",
        [PATTERN_SCORE] = "?votes to|against",
        [PATTERN_OUTCOME] = "recommend*|m|mov*|motion*|propos*|prop*|second*|2nd*|1st|made|makes|set|sets|put|puts|vote*|voting|"
                            "voted|ballot|poll|hand*|consent*|objection*|unanim*|ayes|oppos*|nem|carri*|pass*|"
                            "approv*|accept*|adopt*|elect*|sec|backport|lgtm|ratif*|grant*|confirm*|fail*|lost|reject*|"
                            "den*|declin*|not|defeat*|disapprov*|tabl*|defer*|postpon*|continu*|held|adjourn*|no|"
                            "withdr*|decid*|decis*|agree*|resol*|pick*|select*|appoint*|yes|aye|yea*|favor*|favour|"
                            "nay*|noes|against|abst*|die*|laps*|sf|f|n|a|sa|wf|wa|re-elected",
        [PATTERN_ACTION_HEADING] = "action|actions|todo|todos|to-do|to-dos|tasks|joblist|ais",
        [PATTERN_REVIEW_HEADING] = "review|previous|prior|past|last|earlier|old|outstanding|completed|status",
        [PATTERN_ACTION_FOR] = "for|on ?the|all",
        [PATTERN_MOTION_TEXT] = "that|to",
        [PATTERN_TAKES_ON] = "takes care of;take care of;will take care of;volunteers|volunteered to",
        [PATTERN_OPEN_OWNER] = "tbd|tba",
        [PATTERN_TASK_VERB] = "add|ask|arrange|book|bring|build|call|change|check|clarify|close|collect|complete|"
                              "confirm|contact|continue|coordinate|create|decide|define|deploy|develop|discuss|"
                              "document|draft|email|ensure|evaluate|explore|file|finalize|finalise|find|finish|fix|"
                              "follow|gather|get|give|identify|implement|inform|investigate|invite|look|make|meet|"
                              "merge|move|notify|open|organize|organise|plan|post|prepare|present|propose|provide|"
                              "publish|put|reach|release|remove|report|request|research|respond|review|revise|"
                              "revisit|run|schedule|send|set|share|start|submit|summarize|take|talk|test|track|try|"
                              "update|upload|verify|work|write|buy|wash|clean|sell|paint|fetch|pay|order|repair|mend|"
                              "print|return|visit|sign|speak|translate|renew|replace|set",
        [PATTERN_NO_ACTIONS] = "no ?new ?open action|actions",
        [PATTERN_UNDONE] = "not|never|t|no|to|be|partly|partially|half|almost|nearly|mostly|yet|will|should|must|until|part|of|progress|ongoing",
        [PATTERN_DONE] = "done|completed",
        [PATTERN_DUE_TIME] = "?the next|following ?board|tsc|monthly|weekly meeting|call|session|board|ca|tac;"
                             "?the next|following ?board|tsc|monthly|weekly week|month;"
                             "?the end ?of ?the ?next|this week|month|year|day|meeting|quarter|q1|q2|q3|q4;"
                             "tomorrow|today|eow|eod|eom|asap;"
                             "q1|q2|q3|q4 ?#",
        [PATTERN_BEFORE_WEEKDAY] = "next|this|the",
        [PATTERN_ACTION_ITEM_COLUMN] = "action|task item|items|description",
        [PATTERN_NOTES_COLUMN] = "notes",
        [PATTERN_ACTION_NUMBER_COLUMN] = "#|number|no|id",
        [PATTERN_ACTION_OWNER_COLUMN] = "owner|owners|who|assignee|assigned|responsible|person|lead|champion",
        [PATTERN_ACTION_DUE_COLUMN] = "due|deadline|when|date|target|timeline|timescale",
        [PATTERN_ACTION_OWNER_LABEL] = "?action owner|owners|assignee|assignees|lead;assigned ?to;who;?person responsible ?person|party;action by|on",
        [PATTERN_ACTION_DUE_LABEL] = "due ?date|by;deadline|timeline|timescale;?target date;by ?when;when",
        [PATTERN_ACTION_STATUS_COLUMN] = "status|state|done|progress",
        [PATTERN_ACTION_TEXT_COLUMN] = "action|actions|task|tasks|todo|to-do|item|description|what",
    },
};
/* clang-format on */
