#include "wording/word_table.h"

/* clang-format off */
const struct words_row words_german = {
    .tag = "de",
    .months = {"januar|janner|jan|jaenner", "februar|feb|feber", "marz|maerz|mrz", "april|apr", "mai", "juni|jun", "juli|jul", "august|aug",
               "september|sept|sep", "oktober|okt", "november|nov", "dezember|dez"},
    .weekdays = {"montag|mo", "dienstag|di", "mittwoch|mi", "donnerstag|do", "freitag|fr", "samstag|sonnabend|sa", "sonntag|so"},
    .numbers = {"keine|kein", "eine|ein|einer", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf"},
    .ordinals = {"erstens|erster|erste", "zweitens|zweiter|zweite", "drittens|dritter|dritte", "viertens|vierter|vierte", "funftens|funfter|funfte", "sechstens|sechster|sechste", "siebtens|siebter|siebte", "achtens|achter|achte", "neuntens|neunter|neunte", "zehntens|zehnter|zehnte", "elftens|elfter|elfte", "zwolftens|zwolfter|zwolfte"},
    .counted = {
        "eins|ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf",
        "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig",
        "einundzwanzig", "zweiundzwanzig", "dreiundzwanzig", "vierundzwanzig", "funfundzwanzig", "sechsundzwanzig",
        "siebenundzwanzig", "achtundzwanzig", "neunundzwanzig", "dreissig", "einunddreissig", "zweiunddreissig",
        "dreiunddreissig", "vierunddreissig", "funfunddreissig", "sechsunddreissig", "siebenunddreissig",
        "achtunddreissig", "neununddreissig", "vierzig", "einundvierzig", "zweiundvierzig", "dreiundvierzig",
        "vierundvierzig", "funfundvierzig", "sechsundvierzig", "siebenundvierzig", "achtundvierzig", "neunundvierzig",
        "funfzig", "einundfunfzig", "zweiundfunfzig", "dreiundfunfzig", "vierundfunfzig", "funfundfunfzig",
        "sechsundfunfzig", "siebenundfunfzig", "achtundfunfzig", "neunundfunfzig"},
    .days = {
        "ersten|erster|erste", "zweiten|zweiter|zweite", "dritten|dritter|dritte", "vierten|vierter|vierte",
        "funften|funfter|funfte", "sechsten|sechster|sechste", "siebten|siebter|siebte", "achten|achter|achte",
        "neunten|neunter|neunte", "zehnten|zehnter|zehnte", "elften|elfter|elfte", "zwolften|zwolfter|zwolfte",
        "dreizehnten|dreizehnter|dreizehnte", "vierzehnten|vierzehnter|vierzehnte",
        "funfzehnten|funfzehnter|funfzehnte", "sechzehnten|sechzehnter|sechzehnte",
        "siebzehnten|siebzehnter|siebzehnte", "achtzehnten|achtzehnter|achtzehnte",
        "neunzehnten|neunzehnter|neunzehnte", "zwanzigsten|zwanzigster|zwanzigste",
        "einundzwanzigsten|einundzwanzigster|einundzwanzigste",
        "zweiundzwanzigsten|zweiundzwanzigster|zweiundzwanzigste",
        "dreiundzwanzigsten|dreiundzwanzigster|dreiundzwanzigste",
        "vierundzwanzigsten|vierundzwanzigster|vierundzwanzigste",
        "funfundzwanzigsten|funfundzwanzigster|funfundzwanzigste",
        "sechsundzwanzigsten|sechsundzwanzigster|sechsundzwanzigste",
        "siebenundzwanzigsten|siebenundzwanzigster|siebenundzwanzigste",
        "achtundzwanzigsten|achtundzwanzigster|achtundzwanzigste",
        "neunundzwanzigsten|neunundzwanzigster|neunundzwanzigste", "dreissigsten|dreissigster|dreissigste",
        "einunddreissigsten|einunddreissigster|einunddreissigste"},
    .thousands = "zweitausendund|zweitausend",
    .verb_endings = "t",
    .phrases = {
        [WORDS_PRESENT] = "anwesend|anwesende|anwesenden|anwesenheit|anwesenheitsliste|teilnehmer|teilnehmerinnen|teilnehmende|teilnehmenden|teilnehmerliste|"
                          "teilnahme|anwesende mitglieder|anwesend sind|anwesend waren|stimmberechtigte mitglieder|dabei|teilnehmer und teilnehmerinnen|anwesende personen|"
                          "teilgenommen haben|mitglieder|anwesende vorstandsmitglieder",
        [WORDS_REMOTE] = "remote|per video|online|per videokonferenz|digital|per telefon|zugeschaltet|telefonisch|virtuell",
        [WORDS_IN_PERSON] = "vor ort|in prasenz|prasenz",
        [WORDS_REGRETS] = "unentschuldigt fehlend|unentschuldigt abwesend|unentschuldigt fehlen|unentschuldigt fehlt|fehlt unentschuldigt|fehlen unentschuldigt|ohne entschuldigung|abwesend ohne entschuldigung|nicht entschuldigt|abwesend (unentschuldigt)|entschuldigt|entschuldigte|abwesend|abwesende|nicht anwesend|es fehlen|es fehlt|entschuldigt fehlen|fehlend|verhindert|"
                          "unentschuldigt|entschuldigt abwesend|abwesend entschuldigt|entschuldigungen|abwesende mitglieder",
        [WORDS_ABSENT] = "unentschuldigt fehlend|unentschuldigt abwesend|unentschuldigt fehlen|unentschuldigt fehlt|fehlt unentschuldigt|fehlen unentschuldigt|ohne entschuldigung|abwesend ohne entschuldigung|nicht entschuldigt|abwesend (unentschuldigt)|abwesend|abwesende|nicht anwesend|es fehlen|es fehlt|fehlend|unentschuldigt|abwesende mitglieder",
        [WORDS_GUESTS] = "gaste|gast|weitere anwesende|ausserdem anwesend|besucher|weitere teilnehmer|nichtmitglieder|weitere teilnehmende|gaeste",
        [WORDS_OBSERVERS] = "beobachter|beobachterinnen|zuhorer",
        [WORDS_PROXY] = "ersatzmitglied fur|ersatz fur|vertretung fur|stellvertretend fur|vollmacht fur|vollmacht an|vollmacht|vertreten durch|in vertretung von|in vertretung fur|vertritt|in vertretung",
        [WORDS_PROXIES] = "vollmachten|vollmacht|stimmubertragungen|stimmubertragung|stimmrechtsubertragungen|stimmrechtsubertragung|vertreten|vertretungen",
        [WORDS_PROXY_TO] = "an|vollmacht an|hat vollmacht an|stimme an|auf|durch|vertreten durch|ubertragen auf|ubertragt auf",
        [WORDS_CHAIR] = "sitzungsleitung|versammlungsleitung|versammlungsleiter|versammlungsleiterin|vorsitz|vorsitzender|vorsitzende|sitzungsleiter|sitzungsleiterin|leitung|"
                        "1. vorsitzender|1. vorsitzende|leitung der sitzung|leiter|redeleitung",
        [WORDS_VICE_CHAIR] = "stellvertretender vorsitzender|stellvertretende vorsitzende|stellvertreter|stellvertreterin|2. vorsitzender|2. vorsitzende|stv. vorsitzender|stellv. vorsitzender",
        [WORDS_SECRETARY] = "schriftfuhrer|schriftfuhrerin|schriftfuhrung|sekretar|sekretarin",
        [WORDS_MINUTE_TAKER] = "protokoll|protokollfuhrung|protokollant|protokollantin|protokollfuhrer|protokollfuhrerin|protokoll durch|protokollierend|protokoll von|protokollfuhrend",
        [WORDS_MODERATOR] = "moderation|moderator|moderatorin|redeleitung|gesprachsleitung",
        [WORDS_HOST] = "gastgeber|gastgeberin",
        [WORDS_MEMBER] = "mitglieder|mitglied|vorstandsmitglied|vorstandsmitglieder|stimmberechtigt|stimmberechtigte|vorstand|beisitzer|beisitzerin|beisitzende",
        [WORDS_OFFICE] = "wirtschaftsprufer|wirtschaftspruferin|steuerberater|steuerberaterin|rechtsanwalt|rechtsanwaltin|stadtplaner|stadtplanerin|burgermeister|burgermeisterin|oberburgermeister|oberburgermeisterin|ortsvorsteher|ortsvorsteherin|landrat|landratin|ratsherr|ratsfrau|stadtrat|"
                         "stadtratin|gemeinderat|gemeinderatin|notarin|architekt|architektin|ingenieur|ingenieurin|prasident|prasidentin|hausmeister|hausmeisterin|dezernent|dezernentin|amtsleiter|amtsleiterin|"
                         "kasse|schatzmeister|schatzmeisterin|beisitzer|beisitzerin|beisitzende|kassenwart|kassenwartin|kassier|kassierer|kassiererin|geschaftsfuhrer|geschaftsfuhrerin|beauftragter|beauftragte|kassenprufer|kassenpruferin|revisor|"
                         "leiter|leiterin|referent|referentin|manager|managerin|entwickler|entwicklerin|berater|beraterin",
        [WORDS_PERSON_TITLE] = "bgm.|bgm|obm|bm|1. bgm.|2. bgm.|verwaltungsangestellter|verwaltungsangestellte|herr und frau|gr|grin|gr'in|stadtverordnetenvorsteher|erster burgermeister|erste burgermeisterin|zweiter burgermeister|zweite burgermeisterin|dritter burgermeister|dritte burgermeisterin|"
                              "1. burgermeister|1. burgermeisterin|ortsvorsteher|ortsvorsteherin|ortsburgermeister|ortsburgermeisterin|beigeordneter|beigeordnete|erster beigeordneter|erste beigeordnete|ratsmitglied|kreisrat|kreisratin|stellvertretender burgermeister|stellvertretende burgermeisterin|"
                              "stellv. burgermeister|stellv. burgermeisterin|burgervorsteher|burgervorsteherin|ausschussvorsitzender|ausschussvorsitzende|2. burgermeister|2. burgermeisterin|3. burgermeister|3. burgermeisterin|oberburgermeister|oberburgermeisterin|ob|gemeinderatin|stadtverordneter|stadtverordnete|ratsherr|ratsfrau|landrat|landratin|str'in|str.|stv.|mag.|ing.|dr. med.|dr. jur.|dr. iur.|dr. rer. nat.|dr. rer. pol.|dr. phil.|dr. h.c.|dr. h. c.|dr.-ing.|dipl.-inf.|dipl.-kfm.|pfarrer|pfarrerin|herr|herrn|frau|hr.|fr.|dr.|prof.|stadtrat|stadtratin|gemeinderat|burgermeister|burgermeisterin|dipl.-ing.",
        [WORDS_COLLECTIVE] = "alle|alle anwesenden|gruppe|plenum|vorstand|versammlung|publikum|runde|leitung|elternbeirat|beirat|kuratorium|fraktion|der vorstand|der elternbeirat",
        [WORDS_ALL_PRESENT] = "alle mitglieder sind anwesend|alle mitglieder waren anwesend|alle anwesend|vollzahlig",
        [WORDS_QUORUM] = "beschlussfahig|beschlussfahigkeit",
        [WORDS_LEGAL_FORM] = "gmbh|e.v.|ag|ev|e. v.|ug|kg|gbr|gemeinnutzige",
        [WORDS_ORGANIZATION] = "liste|fraktion|partei|verein|stiftung|verband|amt|universitat|hochschule|institut|ministerium|ausschuss|fachschaft|referat|der verein|die fachschaft",
        [WORDS_DATE] = "datum|termin|am|tag|sitzungstermin|datum und uhrzeit",
        [WORDS_PLACE] = "ort|raum|sitzungsort|tagungsort|veranstaltungsort|treffpunkt",
        [WORDS_TIME] = "zeit|uhrzeit|dauer der sitzung",
        [WORDS_START] = "beginn|beginn der sitzung|sitzungsbeginn|eroffnet|eroffnung|beginnt|anfang|start|eroffnet um|begonnen|sitzungseroffnung",
        [WORDS_END] = "ende|ende der sitzung|sitzungsende|geschlossen|schliesst|schluss|beendet|endet|ende der veranstaltung",
        [WORDS_DURATION] = "dauer|sitzungsdauer",
        [WORDS_TITLE] = "tagesordnung|protokoll|protokolle|sitzung|sitzungsprotokoll|der|des|die|vom|zur|zum|treffen|ergebnisprotokoll|besprechung|von|am|und|fur|ordentliche|ordentlichen|ausserordentliche|ausserordentlichen|konstituierende|konstituierenden|ordentliche|ordentlichen|ausserordentliche|ausserordentlichen|offentliches|entwurf|genehmigt|genehmigtes|endfassung",
        [WORDS_HELD] = "abgehalten",
        [WORDS_CANCELLED] = "abgesagt|ausgefallen|entfallt|fallt aus|fiel aus",
        [WORDS_MAIL_HEADER] = "von|an|betreff|gesendet|datum",
        [WORDS_VOTERS] = "anzahl stimmberechtigter mitglieder|stimmberechtigte|stimmberechtigte mitglieder|anzahl der stimmberechtigten mitglieder|anzahl stimmberechtigte|zahl der stimmberechtigten",
        [WORDS_FACTS] = "allgemeine angaben|rahmendaten|eckdaten|sitzungsdaten|allgemeine informationen",
        [WORDS_AGENDA] = "tagesordnung|tops|themen|agenda|inhalt|inhaltsverzeichnis|tagesordnungspunkte|top-liste|ubersicht",
        [WORDS_MINUTES] = "protokoll|verlauf|diskussion|sitzungsverlauf|besprechung|notizen|ergebnisse|niederschrift|mitschrift",
        [WORDS_ITEM_PREFIX] = "top|punkt|tagesordnungspunkt|thema|o|zu top|zu punkt|zu tagesordnungspunkt|ad",
        [WORDS_SKIPPED] = "verweise|inhaltsverzeichnis|einwahl|einwahldaten|anmeldung|kommende termine|netiquette|unterschriften|unterschrift",
        [WORDS_PROCEDURE] = "eroffnung der sitzung|eroffnung|schliessung der sitzung|schluss der sitzung|ende der sitzung|anwesenheitsfeststellung|vorstellungsrunde",
        [WORDS_PART] = "diskussion|hintergrund|kommentare|abstimmung|antrag|begrundung|aussprache|notizen|wortmeldungen|anmerkungen|bericht|beschreibung|protokoll|antragstext",
        [WORDS_SUMMARY] = "zusammenfassung|kurzfassung|fazit",
        [WORDS_OTHER_BUSINESS] = "sonstiges|verschiedenes",
        [WORDS_NEXT_MEETING] = "nachste sitzung|nachster termin|nachstes treffen|naechste sitzung|naechster termin|nachste termine|nachste treffen",
        [WORDS_ANNEX] = "anhang|anlage|anlagen|anhange",
        [WORDS_PRESENTER] = "vorgestellt von|berichterstatter|referent|referentin|antragsteller|antragstellerin|einbringer|vortragende",
        [WORDS_PROPOSAL] = "ersatzantrag|gegenantrag|gegenvorschlag|alternativantrag|alternativvorschlag|anderungsantrag|geanderter antrag|hauptantrag|antrag in geanderter fassung|antrag|beantragt|vorschlag|beschlussvorlage|beschlussvorschlag|antragstext",
        [WORDS_MOVER] = "antragsteller|antragstellerin|gestellt von|antrag von|eingebracht von|beantragt von|antragstellende",
        [WORDS_SECONDER] = "unterstutzt von|unterstutzer",
        [WORDS_DECISION] = "beschluss|beschlusse|beschlossen|beschliesst|entscheidung|entscheidungen|ergebnis|konsens|es wird beschlossen|beschliessen",
        [WORDS_CONCLUSION] = "beschluss|beschlusse|entscheidung|entscheidungen|ergebnis|ergebnisse|konsens|beschlusse der sitzung",
        [WORDS_ADOPTED] = "angenommen|genehmigt|bestatigt|gewahlt|verabschiedet|zugestimmt|beschlossen",
        [WORDS_REJECTED] = "nicht zugestimmt|keine zustimmung|nicht beschlossen|nicht bestatigt|abgelehnt|nicht angenommen|nicht genehmigt|gescheitert|durchgefallen",
        [WORDS_DEFERRED] = "vertagt|verschoben|kein beschluss|zuruckgestellt|keine entscheidung",
        [WORDS_WITHDRAWN] = "zuruckgezogen|zuruckgenommen",
        [WORDS_LAPSED] = "hinfallig|verfallen",
        [WORDS_UNANIMOUS] = "einstimmig|ohne gegenstimmen",
        [WORDS_CONSENT] = "im konsens|mit einverstandnis aller|ohne gegenrede|ohne widerspruch|konsens|im einvernehmen",
        [WORDS_YES] = "dafur stimmen|dafur stimmten|es stimmten dafur|ja|ja-stimmen|jastimmen|dafur|ja-stimme|zustimmung|stimmen dafur|pro",
        [WORDS_NO] = "dagegen stimmen|dagegen stimmten|nein|nein-stimmen|neinstimmen|dagegen|gegenstimmen|gegenstimme|nein-stimme|ablehnung|stimmen dagegen|contra",
        [WORDS_ABSTAIN] = "enthaltung|enthaltungen|enthalten|stimmenthaltungen|stimmenthaltung",
        [WORDS_VOTE] = "namentliche abstimmung|namentliche abstimmungen|namentlich|ergebnis der namentlichen abstimmung|abstimmungsverhalten|abstimmung|wahl|stimme|abstimmungsergebnis|ergebnis der abstimmung|stimmen|wahlergebnis",
        [WORDS_SECRET] = "geheim|geheime wahl|geheime abstimmung|in geheimer wahl",
        [WORDS_SHOW_OF_HANDS] = "handzeichen|per handzeichen|durch handzeichen|per handheben",
        [WORDS_VOICE] = "per zuruf|akklamation",
        [WORDS_ROLL_CALL] = "namentlich|namentliche abstimmung",
        [WORDS_ACTION] = "aufgabe|aktion|todo|to-do|massnahme|zu tun|auftrag",
        [WORDS_ACTIONS] = "aufgaben|aktionen|to-dos|todos|massnahmen|offene punkte|aufgabenliste|neue aufgaben|arbeitsauftrage|todo|todos|to-do",
        [WORDS_NEXT_STEPS] = "nachste schritte|naechste schritte|weiteres vorgehen",
        [WORDS_REVIEW] = "alte|letzte|vorherige|ruckblick|stand der aufgaben|aus der letzten sitzung|offene aufgaben aus",
        [WORDS_WILL] = "soll|sollen|wird|werden|ubernimmt|kummert sich um|muss",
        [WORDS_DUE] = "bis|fallig|spatestens|zum|bis zum|frist|bis spatestens|fallig am",
        [WORDS_DROPPED] = "entfallt|entfallen|gestrichen|hinfallig|abgesagt|zuruckgezogen|aufgegeben|verworfen|storniert|nicht mehr notig|"
                          "nicht mehr erforderlich|uberholt|gegenstandslos",
        [WORDS_DONE] = "erledigt|fertig|abgeschlossen",
        [WORDS_OPEN_OWNER] = "offen|niemand|n.n.",
        [WORDS_CHECKLIST] = "tagesordnung|tagesordnungspunkte|ziele|themen|agenda",
        [WORDS_NONE] = "keine|niemand|keiner|nichts|entfallt|keine aufgaben|keine folien|keine prasentation",
        [WORDS_NO_NAME] = "telefon|tel|fax|e-mail|email|webseite|anschrift|"
                          "keine|niemand|keiner|n.n.|siehe anwesenheitsliste|siehe liste|unbekannt",
        [WORDS_NO_SPEAKER] = "telefon|tel|mobil|fax|e-mail|email|internet|webseite|adresse|anschrift|kontakt|anlage|anlagen|anhang|"
                             "unterlagen|sitzungsunterlagen|vorlage|drucksache|einwahl|kennwort|"
                             "preis|preise|risiko|risiken|vorteil|vorteile|nachteil|nachteile|grund|grunde|bemerkung|bemerkungen|variante|alternative|teil|einnahmen|ausgaben|summe|betrag|"
                             "hinweis|frage|antwort|notiz|anmerkung|beschluss|antrag|ergebnis|abstimmung|datum|ort|beginn|ende|aufgabe|termin|zeit|thema|bericht|"
                             "kosten|ziel|stand|idee|vorschlag|info|anwesend|protokoll|moderation|entscheidung|ja|nein|enthaltung|enthaltungen|dafur|dagegen|siehe|"
                             "begrundung|fazit|status|frist|problem|losung|beispiel|entschuldigt|gaste|barkassenbestand|verantwortlich|umsetzung|zusammenfassung|wahl|wahlen|wahlgang",
        [WORDS_FUNCTION_WORD] = "der|die|das|ein|eine|einen|dem|den|des|es|er|sie|wir|ihr|ich|wer|was|wie|wo|wann|warum|welche|welcher|wenn|im|in|am|auf|an|zu|zur|zum|"
                                "fur|mit|von|vom|bei|nach|aus|und|oder|aber|nicht|kein|keine|auch|noch|alle|dazu|danach|es|dies|diese|dieser|zudem|ausserdem|seitens|nachdem|da|beide|beiden",
        [WORDS_AND] = "und|u.|sowie|sowie auch",
        [WORDS_YEAR] = "jahr|jahre|jahres",
        [WORDS_DAY_TO] = "und|bis",
        [WORDS_THE] = "den",
        [WORDS_TIME_TO] = "bis",
        [WORDS_TIME_UNTIL] = "bis",
        [WORDS_OCLOCK] = "uhr",
        [WORDS_TIME_AT] = "um|gegen|ab|bis|von",
        [WORDS_EVENING] = "abends|nachmittags|am abend|am nachmittag",
        [WORDS_HALF_TO] = "halb",
        [WORDS_QUARTER_PAST] = "viertel nach",
        [WORDS_QUARTER_TO] = "viertel vor|dreiviertel",
        [WORDS_PLACE_IN] = "im|in der|in den|in",
        [WORDS_NOON] = "mittag|mittags",
        [WORDS_MIDNIGHT] = "mitternacht",
        [WORDS_MINUTE] = "minuten",
        [WORDS_HOUR] = "stunden|stunde|std",
    },
    .patterns = {
        [PATTERN_ABBREVIATION] = "nr|ca|bzw|abs|resp|fa|firma|evtl|ggf|inkl|zzgl|str|vgl|gem|sog|einschl|hr|fr|gr|mio|mrd|tel|lt",
        [PATTERN_ARTICLE] = "der|die|das",
        [PATTERN_NOT] = "nicht|kein|keine",
        [PATTERN_FEW] = "wenige|einige|manche|mehrere|kaum",
        [PATTERN_SUBORDINATE] = "dass|wie",
        [PATTERN_EARLIER] = "in|auf|bei der letzten|vorigen|vergangenen|vorherigen sitzung|"
                            "versammlung|mitgliederversammlung",
        [PATTERN_BODY_LABEL] = "verein|firma|gesellschaft|gremium|organisation|unternehmen|verband|genossenschaft|stiftung;name des vereins|verbands|gremiums",
        [PATTERN_IN_YEAR] = "im|seit|in",
        [PATTERN_AGENT_BY] = "von|vom|durch",
        [PATTERN_OTHER_BODY] = "*stiftung|*bank|*sparkasse|*ministerium|*behorde|*behorden|landkreis|kreis|*gericht|bund|land|regierung|*regierung|*versicherung|vermieter|vermieterin|polizei|dachverband|landesverband|bundesverband|bezirksverband|kirchenkreis|bischof|bistum|landtag|bundestag|kreistag|gesetzgeber|universitat|stadt|gemeinde|stadtverwaltung|gemeindeverwaltung|arbeitgeber|"
                               "bezirksamt|ordnungsamt|finanzamt|bauamt|jugendamt|landratsamt|umweltamt|sozialamt|schulamt|kulturamt|stadtrat|gemeinderat|bezirksrat",
        [PATTERN_EARLIER_TIME] = "im|in jahr|jahre #;"
                                 "im januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember ?#;"
                                 "im letzten|vorigen|vergangenen jahr|monat|sommer|herbst|winter|fruhjahr|fruhling;"
                                 "letztes|voriges|vergangenes|letzte|vorige|vergangene|letzten jahr|woche|monat;"
                                 "gestern;damals;fruher;vor # jahren|monaten|wochen;"
                                 "# beschloss|lehnte|genehmigte|stimmte|wahlte|vertagte|entschied|hatte|wurde",
        [PATTERN_TELLS] = "sagt|sagte|berichtet|berichtete|erklart|erklarte|erinnert|erinnerte|erwahnt|erwahnte|weist|wies|meint|meinte|"
                          "informiert|informierte|aussert|ausserte|fragt|fragte|schreibt|schrieb|erzahlt|erzahlte|fugt|glaubt;"
                          "sagt|sagte|berichtet|berichtete|erklart|erklarte|meint|meinte|glaubt der|die|das|es|er|sie",
        [PATTERN_BREAK] = "pause|unterbrochen;"
                          "vertagt bis|auf",
        [PATTERN_CALLED_TO_ORDER] = "eroffnet|eroffnete",
        [PATTERN_OPENED] = "versammelten|versammelte|trafen|traf sich",
        [PATTERN_CLOSED] = "geschlossen|schliesst|schloss|beendet|beendete;"
                           "sitzung|versammlung|treffen endet|endete",
        [PATTERN_END_LABEL] = "?sitzung ende|schluss;"
                              "sitzungsende|versammlungsende|sitzungsschluss|veranstaltungsende",
        [PATTERN_DRAFT] = "entwurf|entwurfsfassung|fassung|version|stand|erstellt|versandt|verschickt|veroffentlicht|aktualisiert|"
                          "gedruckt|ausgefertigt|genehmigt|uberarbeitet ?v*|nr ?# ?am|vom|von",
        [PATTERN_NEXT] = "nachste*|folgende*|darauffolgende*",
        [PATTERN_MINUTES_OF] = "protokoll|protokolls|niederschrift|sitzungsprotokoll|sitzungsniederschrift;letzte*|vorige*|vergangene* sitzung|treffen",
        [PATTERN_START_LABEL] = "?sitzung beginn|anfang;"
                                "sitzungsbeginn|versammlungsbeginn|sitzungseroffnung|sitzungsanfang",
        [PATTERN_PRESENT_BEFORE] = "?ausserdem|ebenfalls|weiter|weiterhin anwesend|zugegen waren|sind|war|ist "
                                   "?ausserdem|ferner|auch|ebenfalls|zudem|zeitweise;teilgenommen haben|hat;"
                                   "an der sitzung|versammlung nahmen|nehmen teil",
        [PATTERN_EXCUSED_BEFORE] = "entschuldigt haben|hatten|hat ?sich;entschuldigt waren|sind|war|ist|fehlten|fehlen|fehlt|fehlte;"
                                   "es fehlten|fehlen|fehlt|fehlte entschuldigt;verhindert waren|sind|war|ist",
        [PATTERN_ABSENT_BEFORE] = "?unentschuldigt abwesend waren|sind|war|ist;?es fehlten|fehlen|fehlt|fehlte ?unentschuldigt;"
                                  "unentschuldigt fehlten|fehlen|fehlt|fehlte;nicht anwesend waren|sind|war|ist",
        [PATTERN_PRESENT_AFTER] = "waren|war|sind|ist ?ebenfalls|auch anwesend|zugegen;nahmen|nahm ?an ?der|dem "
                                  "?sitzung|versammlung|treffen teil",
        [PATTERN_EXCUSED_AFTER] = "haben|hat|hatten|hatte sich entschuldigt;lassen|lasst|liessen|liess sich entschuldigen;"
                                  "ist|sind|war|waren|fehlt|fehlte|fehlen|fehlten entschuldigt;ist|sind|war|waren verhindert",
        [PATTERN_ABSENT_AFTER] = "fehlt|fehlte|fehlen|fehlten ?unentschuldigt;war|waren|ist|sind ?unentschuldigt abwesend;"
                                 "war|waren|ist|sind nicht anwesend",
        [PATTERN_BODY_MEMBERS] = "gemeinderate|gemeinderatinnen|stadtrate|stadtratinnen|ortschaftsrate|ratsmitglieder|"
                                 "gemeinderatsmitglieder|stadtratsmitglieder|ausschussmitglieder|ratsherren|ratsfrauen|beisitzer|beisitzerinnen|vorstand",
        [PATTERN_JOINED] = "ab|seit|kam|kommt|verspatet",
        [PATTERN_LEFT] = "bis|ging|geht|verliess|verlasst",
        [PATTERN_REPORTS] = "diskutieren|diskutierten|spricht|sprechen|sprach|sprachen|berat|beraten|beriet|berieten|nehmen|"
                            "nahmen|beschliessen|beschlossen|einigt|einigen|einigte|einigten|stimmt|stimmen|stimmte|"
                            "stimmten|danken|dankten|fragen|fragten|wunscht|wunschen|aussert|aussern|ausserte|ausserten|"
                            "begrussen|begrussten|vertagt|vertagen|debattiert|debattieren|debattierte|debattierten;"
                            "fragt|fragte|berichtet|berichtete|erklart|erklarte|erlautert|erlauterte|dankt|dankte|bittet|bat|"
                            "informiert|informierte|begrusst|begrusste|eroffnet|eroffnete|schliesst|schloss|diskutiert|"
                            "diskutierte|beschliesst|beschloss|antwortet|antwortete|betont|betonte|stellt|stellte|weist|wies|"
                            "schlagt|schlug|merkt|merkte|regt|regte|verliest|gibt|gab|teilt|teilte|nimmt|nahm;"
                            "wird|wurde|ist um|geschlossen|eroffnet|beendet|unterbrochen",
        [PATTERN_MINUTED] = "es wird|wurde|werden|wurden ?auch|noch|zudem|ferner|weiter|ausserdem darauf|daruber|festgestellt|"
                            "angemerkt|berichtet|vorgeschlagen|diskutiert|beschlossen|vereinbart|gefragt|erlautert|"
                            "hingewiesen|angeregt|besprochen|betont|erklart|mitgeteilt|kritisiert|gewunscht|beraten|"
                            "abgestimmt|uber|uberlegt;"
                            "es folgt|folgte|entsteht|entstand|entwickelt|gibt|gab|liegen|lagen|besteht|bestand|bestehen ?sich "
                            "?keine|eine|ein|kein ?weiteren|weitere|kurze|lange|langere|rege|kontroverse diskussion|debatte|"
                            "aussprache|wortmeldungen|fragen|einwande|ruckfragen|austausch|einvernehmen|konsens;"
                            "keine ?weiteren wortmeldungen|wortmeldung|fragen|einwande|ruckfragen|anmerkungen|einwendungen;"
                            "man einigt|einigte|beschliesst|beschloss|diskutiert|diskutierte|spricht|sprach|stellt|stellte|"
                            "vereinbart|vereinbarte|kommt|kam;"
                            "nach ?kurzer|langer|langerer|eingehender|reger diskussion|aussprache|beratung|debatte;"
                            "in der ?anschliessenden diskussion|aussprache|debatte wird|wurde|werden|wurden",
        [PATTERN_GATHERED] = "?alle|einige|mehrere|viele|verschiedene|die mitglieder|gemeinderate|stadtrate|"
                             "anwesenden|anwesende|teilnehmer|teilnehmenden|teilnehmerinnen|burger|anwohner|eltern|ratsmitglieder;"
                             "alle;die anwesenden mitglieder;der|die|das rat|ausschuss|vorstand|beirat|betriebsrat|gremium|plenum|versammlung|gruppe|"
                             "runde|verwaltung|fraktion|kommission|elternbeirat|kuratorium|stadtrat|gemeinderat|"
                             "ortschaftsrat|personalrat|senat",
        [PATTERN_SPOKEN] = "ich|wir|mir|uns|mein|meine|unser|unsere|unseren",
        [PATTERN_MINUTED_PARTICIPLE] = "vorgestellt|besprochen|vorgetragen|verlesen|erlautert|beraten|diskutiert|"
                                       "unterbrochen|fortgesetzt|geschlossen|eroffnet|genehmigt|zuruckgestellt|behandelt",
        [PATTERN_SESSION] = "sitzung|versammlung|rat",
        [PATTERN_OWN_MEETING] = "*sitzung|*versammlung|*treffen|*besprechung|termin",
        [PATTERN_KIND_OF_MEETING] = "?protokoll|niederschrift ?der|zur|uber ?die ?# ?offentliche*|nichtoffentliche* ?ordentliche*|ausserordentliche*|"
                                    "konstituierende* sitzung|versammlung|mitgliederversammlung|jahreshauptversammlung|treffen ?des|der "
                                    "?*rates|*rats|*ausschusses|*vorstandes|*vorstands|*vereins ?vom|am",
        [PATTERN_COMMON_BODY] = "vorstand|vorstands|aufsichtsrat|beirat|mitgliederversammlung|hauptversammlung|"
                                "jahreshauptversammlung|ausschuss|erweiterter|erweiterten|lenkungsausschuss|sitzung|der|des",
        [PATTERN_ROOM] = "rathaus|vereinsheim|gemeindehaus|burgerhaus|gasthaus|gasthof|aula|*saal|*raum|*zimmer|*halle|"
                         "*schule|*strasse|*str|*hof|*heim",
        [PATTERN_REPRESENTED] = "vertreten",
        [PATTERN_REPRESENTS] = "fur|vertritt|vertretung",
        [PATTERN_NAME_SUFFIX] = "jun|sen",
        [PATTERN_PLURAL_TITLE] = "?die herren|damen|frauen|stadtrate|stadtratinnen|gemeinderate|gemeinderatinnen|mitglieder|ratsmitglieder|ratsherren|ratsfrauen|ortschaftsrate|ortschaftsratinnen|kreisrate|kreisratinnen|stadtverordneten|gemeinderatsmitglieder|stadtratsmitglieder",
        [PATTERN_LETTERS_AFTER] = "mdb|mdl|mdep|mdhb|mda|m a",
        [PATTERN_BORN] = "geb|geborene|geborener",
        [PATTERN_BESIDES] = "sowie|und|plus|etwa|ca|rund|circa|weitere|zusatzlich|zuzuglich",
        [PATTERN_HEAD_OF] = "leitung|leiter|leiterin der|des|von",
        [PATTERN_AS] = "als",
        [PATTERN_PUBLIC] = "burger|burgerinnen|burgern|einwohner*|anwohner*|zuhor*|zuschauer*|presse|interessierte|offentlichkeit",
        [PATTERN_PEOPLE] = "personen|person|gaste|gast|gaeste|mitglieder|mitglied|zuhorer*|besucher*|burger|burgerinnen|burgern|einwohner*|eltern|delegierte|stimmberechtigte|teilnehm*|vertreter*|anwohner*|beobachter*|interessierte",
        [PATTERN_OFFICE] = "*prufer|*pruferin|*berater|*beraterin|*meister|*meisterin|*leiter|*leiterin|*leitung|*planer|*planerin|"
                           "*anwalt|*anwaltin|*beauftragte|*beauftragter|*sprecher|*sprecherin|*vertreter|*vertreterin|"
                           "*verwalter|*verwalterin|*direktor|*direktorin|*techniker|*technikerin|*ingenieur|"
                           "*ingenieurin|*wart|*wartin|*lehrer|*lehrerin|*vorsteher|*vorsteherin|*vorstand|*rat|*ratin",
        [PATTERN_BESIDE_OFFICE] = "der|die|den|dem|herr|frau|herrn|erste|erster|zweite|zweiter|stellvertretende*|stv|stellv|"
                                  "amtierende*|kommissarische*|ehemalige*|des|vorstands",
        [PATTERN_DEPARTMENT] = "bau|bauen|verkehr|forschung|entwicklung|finanzen|umwelt|kultur|schule|schulen|sport|ordnung|"
                               "soziales|jugend|technik|planung|verwaltung|bildung|gesundheit|wirtschaft|tourismus",
        [PATTERN_REMOTE] = "?via|per|uber|am|zugeschaltet|online ?per|via telefon|telefonisch|video|videokonferenz|videozuschaltung|"
                           "zugeschaltet|digital|hybrid|fernmundlich|teams|zoom",
        [PATTERN_IN_PERSON] = "?in person|personlich|prasenz|saal|vor-ort;"
                              "im saal|raum|sitzungssaal",
        [PATTERN_PRONOUNS] = "er|sie|ihm ?ihm",
        [PATTERN_ORGANIZATION_ARTICLE] = "die|das",
        [PATTERN_MINUTES_BY] = "protokoll von;?das protokoll fuhrt|fuhrte|fuhrten|schreibt|schrieb",
        [PATTERN_LED_BY] = "unter ?der|dem leitung|vorsitz|sitzungsleitung|versammlungsleitung|moderation von|des|der;geleitet von",
        [PATTERN_ACTS_AS_SECRETARY] = "zum|zur schriftfuhrer|schriftfuhrerin|protokollfuhrer|protokollfuhrerin|protokollanten|protokollantin wird|wurde",
        [PATTERN_AMONG] = "darunter|davon|einschliesslich|inklusive",
        [PATTERN_CHAIR] = "vorsitz*|vors|versammlungsleit*|sitzungsleit*",
        [PATTERN_CO_CHAIR] = "co-vorsitz*",
        [PATTERN_VICE_CHAIR] = "stellvertretende*|stv|stellv|2|3|zweite|zweiter|dritte|dritter chair*|president*|vorsitzende*|vors|moderator*;"
                               "stellvertreter*",
        [PATTERN_SECRETARY] = "schriftfuhr*|sekretar*",
        [PATTERN_MINUTE_TAKER] = "protokoll*|redakteur*",
        [PATTERN_MODERATOR] = "redeleit*",
        [PATTERN_HOST] = "gastgeber*",
        [PATTERN_PRESENTER] = "referent*",
        [PATTERN_OBSERVER] = "beobachter*|zuhorer*",
        [PATTERN_GUEST] = "gast|gaste|gaeste|besucher*",
        [PATTERN_MEMBER] = "mitglied*|vorstandsmitglied*|stimmberechtigt*",
        [PATTERN_GIVEN_NAME_COLUMN] = "vorname",
        [PATTERN_FAMILY_NAME_COLUMN] = "nachname|familienname",
        [PATTERN_ABBREVIATION_COLUMN] = "kurzel",
        [PATTERN_ORGANIZATION_COLUMN] = "firma|verein",
        [PATTERN_STATUS_COLUMN] = "anwesen*|teilnahme|teilgenommen|dabei",
        [PATTERN_ROLE_COLUMN] = "funktion|rolle|amt",
        [PATTERN_NAME_COLUMN] = "mitglied*|teilnehm*|eigentumer*|wohnungseigentumer*|delegierte*|person|personen",
        [PATTERN_REASON] = "elternzeit|terminkollision|grunde|grunden|termin|termine|verpflichtung*|urlaub|krankheit|trauerfall|mutterschutz|dienstreise|notfall",
        [PATTERN_EXCUSED_CELL] = "entschuldigt|entsch|verhindert|krank|krankheit|erkrankt|urlaub|ferien|verreist|dienstreise|vollmacht|beurlaubt",
        [PATTERN_ABSENT_CELL] = "nein|fehlt|fehlend|fehlte|abwesend|unentschuldigt|nicht ?anwesend|da|dabei|teilgenommen|erschienen",
        [PATTERN_PRESENT_CELL] = "ja|j|anwesend|da|dabei|teilgenommen|teilnahme|zugesagt",
        [PATTERN_RESOLUTION] = "beschluss*",
        [PATTERN_RESOLVED_THAT] = "beschlossen|vereinbart ?einstimmig|wird|wurde dass",
        [PATTERN_AGREED_ALONE] = "?so ?einstimmig beschlossen|vereinbart|entschieden;?alle einverstanden",
        [PATTERN_CONSENSUS] = "konsens*|einvernehmen",
        [PATTERN_MOTION_LABEL] = "?geanderter antrag|anderungsantrag|hauptantrag",
        [PATTERN_PROPOSAL_LABEL] = "beschlussvorschlag|beschlussvorlage",
        [PATTERN_DECISIONS_HEADING] = "beschlusse|entscheidungen",
        [PATTERN_NUMBER] = "nr",
        [PATTERN_MOVES] = "stellt|stellte den|einen|folgenden antrag|anderungsantrag|gegenantrag|alternativantrag;macht|machte|bringt|brachte|unterbreitet|unterbreitete den|einen|folgenden gegenantrag|gegenvorschlag|alternativantrag|alternativvorschlag",
        [PATTERN_PROPOSES] = "beantragt|beantragte",
        [PATTERN_MOTION_TO] = "antrag auf|zu|zur|zum",
        [PATTERN_IS_PROPOSED] = "es wird|wurde beantragt|vorgeschlagen;der|die|das *vorstand|*ausschuss|*rat|*fraktion|verwaltung|prasidium|vereinsleitung beantragt|beantragte",
        [PATTERN_MOVED_BY] = "gestellt|eingebracht|beantragt von;"
                             "antrag von;"
                             "antragsteller*",
        [PATTERN_OF_MOVER] = "von",
        [PATTERN_SECONDS] = "unterstutzt|unterstutzer|unterstutzerin",
        [PATTERN_SECONDED] = "unterstutzt|unterstutzer|unterstutzerin",
        [PATTERN_BY] = "von",
        [PATTERN_NO_DECISION] = "kein|keine|keinen ?weiteren|wesentlichen|formellen|formeller|konkreten beschluss|beschlusse|entscheidung|entscheidungen",
        [PATTERN_GOES_ON] = "wir arbeiten|diskutieren ?daran weiter;lasst uns weiter daran|daruber arbeiten|diskutieren",
        [PATTERN_CASTING_VOTE] = "stichentscheid|stichentscheids",
        [PATTERN_TWO_THIRDS] = "zweidrittelmehrheit|zwei-drittel-mehrheit;"
                               "2 3 mehrheit",
        [PATTERN_THREE_QUARTERS] = "dreiviertelmehrheit|drei-viertel-mehrheit;"
                                   "3 4 mehrheit",
        [PATTERN_NO_MAJORITY] = "mehrheit|zweidrittelmehrheit|dreiviertelmehrheit|quorum ?wird|wurde|ist|war ?damit|somit "
                                "nicht|verfehlt ?erreicht|gegeben",
        [PATTERN_MODAL] = "wenn|falls|soll|sollte",
        [PATTERN_DECIDED_PERFECT] = "beschlossen",
        [PATTERN_AUXILIARY] = "hat|haben|hatte|hatten",
        [PATTERN_VOTED_NOUN] = "gegenantrag|gegenantrags|gegenvorschlag|alternativantrag|antrag|antrage|antrags|anderungsantrag|hauptantrag|beschlussvorschlag|abstimmung",
        [PATTERN_BUSINESS_NOUN] = "protokoll|niederschrift|vorschlag|satzung*|tagesordnung*|haushalt*|entlastung|bericht|vorlage*|punkt|top|"
                                  "thema|entscheidung|beschluss|angelegenheit|tagesordnungspunkt|vertrag|jahresabschluss|kassenbericht|beschlussfassung|wahl",
        [PATTERN_ALL_MOTIONS] = "beide|alle ?drei|vier antrage|beschlusse|anderungsantrage",
        [PATTERN_PASSIVE] = "wird|wurde|werden|wurden",
        [PATTERN_DEFERS] = "vertagen|vertagt|vertagte|vertagung|zuruckzustellen|zuruckstellen|zuruckgestellt|zuruckstellung|"
                           "aufzuschieben|abzusetzen",
        [PATTERN_POSTPONES] = "verschieben|verschiebt|verschob|verschoben|verschiebung",
        [PATTERN_REJECTS] = "abzulehnen|ablehnen|abgelehnt|lehnt|lehnte;"
                            "stimmt|stimmte|stimmen|stimmten ?mit|knapp|mehrheitlich|einstimmig|klar ?# ?zu|gegen ?# ?stimmen gegen;"
                            "entscheidet|entschied sich ?einstimmig|mehrheitlich gegen;"
                            "nicht anzunehmen|zuzustimmen;"
                            "negative|ablehnende stellungnahme;stellungnahme negativ;"
                            "nicht zu genehmigen|bestatigen|beschliessen",
        [PATTERN_MATTER] = "sache|punkt|tagesordnungspunkt|top|angelegenheit|frage|thema|entscheidung|beschluss|"
                           "beschlussfassung|abstimmung|antrag|antrage|antrags|vorlage|beratung|diskussion|wahl|wahlen|"
                           "genehmigung|dies|diesen",
        [PATTERN_GENERAL] = "sache|punkt|angelegenheit|frage|thema|entscheidung|beschluss|vorlage|empfehlung|dies|dieser|diese|"
                            "dieses|damit|somit|daher|daraufhin|anschliessend|danach|sodann|ebenfalls|hiermit|also|alle|"
                            "allen|mitglieder|mitgliedern|anwesende*|stimmberechtigt*|delegierte*|vorstand|versammlung|"
                            "mitgliederversammlung|rat|stadtrat|gemeinderat|ausschuss|gremium|plenum|leitung|sitzung|"
                            "mehrheit|mehrheitlich|grosser|diskussion|aussprache|debatte|beratung|kurzer|ergebnis|"
                            "handzeichen|wird|wurde|wurden|werden|einstimmig*|konsens",
        [PATTERN_PRONOUN] = "es|dies|dieser|diese|dieses|er|sie",
        [PATTERN_FORMER] = "erstere|ersterer|ersteren|erstgenannte*",
        [PATTERN_LATTER] = "letztere|letzterer|letzteren|letzte|letzten|letztgenannte*",
        [PATTERN_COUNTER] = "gegenantrag|gegenantrags|gegenantrages|gegenantrage|gegenvorschlag|gegenvorschlags|alternativantrag|alternativantrags|alternativvorschlag;ersatzantrag|ersatzantrags",
        [PATTERN_SUBSTITUTE] = "ersatzantrag|ersatzantrags",
        [PATTERN_ORIGINAL_MOTION] = "ursprunglich*|erste|ersten antrag|antrags;hauptantrag|ursprungsantrag",
        [PATTERN_OF_MATTER] = "auf|zu|zur|zum|uber|betreffend|bezuglich|dass",
        [PATTERN_RELATIVE] = "welche|welcher|welches",
        [PATTERN_RESULT_REASON] = "vom|von|durch ?der|die|den antragsteller*;wegen|mangels|mit;aus mangel",
        [PATTERN_AMENDMENT] = "anderungsantrag*|anderungsantrage",
        [PATTERN_ELECTED_TO] = "gewahlt|wiedergewahlt|einstimmig",
        [PATTERN_RESULT_LABEL] = "ergebnis|abstimmungsergebnis|resultat",
        [PATTERN_AMEND] = "andern|anderung*|erganzen|erganzung*",
        [PATTERN_AMENDS] = "den ?ersten antrag|beschlussvorschlag|hauptantrag zu andern|erganzen",
        [PATTERN_SUBSIDIARY] = "antrag|antrags ?auf|zur vertagung|nichtbefassung|verweisung|schluss|ubergang|unterbrechung|"
                               "absetzung|ende;"
                               "geschaftsordnungsantrag*|go-antrag*|vertagungsantrag*|verfahrensantrag*",
        [PATTERN_AMENDED_MOTION] = "?so geanderte|geanderter|geanderten antrag|antrags|beschlussvorschlag;hauptantrag;"
                                   "antrag in ?der ?so geanderter|geanderten ?fassung|form",
        [PATTERN_AMENDED] = "in ?der ?so geanderter|geanderten fassung|form;geanderte|geanderter antrag|beschlussvorschlag;"
                            "mit ?den|der ?beschlossenen anderung|anderungen",
        [PATTERN_DECIDES] = "?der|die|das vorstand|*versammlung|*rat|*ausschuss|"
                            "gremium|plenum|stupa|fachschaft* ?einstimmig beschliesst|beschloss|entscheidet|"
                            "genehmigt|bestatigt|wahlt|wahlte|vertagt|vertagte|verschiebt|verschob|lehnt|lehnte;"
                            "?der|die|das vorstand|*versammlung|*rat|*ausschuss|gremium|plenum|"
                            "stupa|fachschaft*|mitglieder stimmt|stimmte|stimmen|stimmten ?mit|knapp|mehrheitlich|einstimmig|klar ?# ?zu|gegen ?# ?stimmen gegen|fur;"
                            "?der|die|das vorstand|*rat|*ausschuss|gremium|plenum stimmt|stimmte dem|der|den|diesem|dieser|einem|einer;"
                            "beschliesst|beschloss|entscheidet|genehmigt|bestatigt|wahlt|vertagt|verschiebt|lehnt|lehnte|stimmt ?einstimmig "
                            "?der|die|das vorstand|*versammlung|*rat|*ausschuss|"
                            "gremium|plenum|stupa|fachschaft*;"
                            "es wird|wurde ?einstimmig beschlossen;"
                            "?der|die|das vorstand|*versammlung|*rat|*ausschuss|gremium gibt|gab eine|seine positive|negative|zustimmende|ablehnende stellungnahme",
        [PATTERN_NOT_DECIDING] = "hat|hatte|wenn|falls",
        [PATTERN_REFUSED_AT_END] = "nicht ?zu",
        [PATTERN_NOT_ADOPTED] = "nicht angenommen|genehmigt|beschlossen|zugestimmt|bewilligt",
        [PATTERN_DECIDES_ALONE] = "beschliesst|beschliessen ?einstimmig dass",
        [PATTERN_OPINION] = "positive|negative|zustimmende|ablehnende stellungnahme;stellungnahme positiv|negativ",
        [PATTERN_OPERATIVE] = "beauftragt|beschliesst|bestatigt|bestellt|billigt|ermachtigt|erteilt|genehmigt|"
                              "nimmt|setzt|stimmt|verabschiedet|wahlt",
        [PATTERN_DELIBERATED] = "nach ?eingehender|ausfuhrlicher|kurzer|langerer beratung|aussprache",
        [PATTERN_ELECTED] = "wird|wurde|werden|wurden|ist|sind ?einstimmig gewahlt|wiedergewahlt",
        [PATTERN_BEFORE_ELECTED] = "wird|wurde|werden|wurden|ist|sind",
        [PATTERN_ELECTED_WORD] = "gewahlt|wiedergewahlt",
        [PATTERN_MOTION] = "antrag",
        [PATTERN_MINUTES] = "niederschrift|protokoll|protokolle|tagesordnung",
        [PATTERN_VOTE] = "abstimmung|handzeichen|stimmen",
        [PATTERN_VOTE_NOUN] = "abstimmung",
        [PATTERN_BARE_VOTES] = "stimmen",
        [PATTERN_BEFORE_SCORE] = "mit|bei",
        [PATTERN_VOTED_SCORE] = "stimmt|stimmte|stimmen|stimmten mit # zu|gegen #;mit # zu|gegen # stimmen",
        [PATTERN_POLL] = "umfrage|meinungsbild|stimmungsbild|probeabstimmung",
        [PATTERN_VOTE_ON] = "abstimmung|votum uber|zu|zum ?den|die|diesen|dem antrag|vorschlag|vorlage|beschlussvorschlag|beschlussvorlage|"
                            "antragstext;ergebnis der abstimmung uber den|die antrag|vorschlag|vorlage",
        [PATTERN_VOTE_HELD] = "handzeichen",
        [PATTERN_NOT_UNANIMOUS] = "einstimmig bei|mit|gegen einer|eine|zwei|drei|# gegenstimme*|nein-stimme*|stimme|stimmen",
        [PATTERN_BY_MAJORITY] = "mehrheitlich;mit ?grosser|stimmenmehrheit mehrheit;stimmenmehrheit",
        [PATTERN_UNTIL] = "bis|auf",
        [PATTERN_NO_SECOND] = "mangels unterstutzung|unterstutzer",
        [PATTERN_UNANIMOUSLY] = "einstimmig",
        [PATTERN_RESPONSE] = "?es ?bestehen|gibt|gab|wurden|werden kein|keine ?weiteren einwand|einwande|einwendung|einwendungen|bedenken ?erhoben;ohne einwand|einwande|bedenken;?das gemeindliche|einvernehmen ?wird|wurde erteilt|versagt|hergestellt",
        [PATTERN_APPLICATION] = "bauantrag*|bauvoranfrage*|voranfrage*|bauvorhaben*|bauanfrage*|antrag|befreiungsantrag*",
        [PATTERN_CONSENT] = "ohne gegenrede|widerspruch;"
                            "einverstandnis aller",
        [PATTERN_ELECTED_LABEL] = "?in den|das vorstand|beirat|gremium gewahlt ?wurden|sind;?es ?wurden|wurde|sind gewahlt ?wurden|wurde|sind|ist",
        [PATTERN_ELECTION_LABEL] = "wahlergebnis|wahl|stimmen|stimmenverteilung;ergebnis der wahl",
        [PATTERN_CANDIDATE] = "kandidat*|bewerber*",
        [PATTERN_YES] = "?stimmen ja|ja-stimme*|jastimme*|dafur ?stimmen|stimmten",
        [PATTERN_NO] = "?stimmen nein|nein-stimme*|neinstimme*|dagegen|gegenstimme* ?stimmen|stimmten",
        [PATTERN_ABSTAIN] = "?stimmen enthaltung*|stimmenthaltung*|enthalten",
        [PATTERN_SCORE] = "?stimmen zu|gegen",
        [PATTERN_OUTCOME] = "stellungnahme|stell*|gestellt|eingebracht|beantragt*|antrag*|unterstutzt|abstimm*|stimm*|einstimm*|"
                            "gegenrede|widerspruch|einverstandnis|angenommen|genehm*|bestatigt|gewahlt|"
                            "verabschiedet|zugestimmt|beschl*|abgelehnt|nicht|gescheitert|durchgefallen|vertagt|"
                            "verschoben|kein*|zuruck*|anderung*|hauptantrag|hinfallig|verfallen|mit|ja|ja-*|dafur|nein*|dagegen|gegenst*|enthalt*|wahlt*|entscheidet",
        [PATTERN_ACTION_HEADING] = "aufgaben|massnahmen",
        [PATTERN_ACTION_FOR] = "fur|an|von",
        [PATTERN_MOTION_TEXT] = "dass",
        [PATTERN_TAKES_ON] = "kummert|kummern sich um",
        [PATTERN_REVIEW_HEADING] = "alte|letzte|offene|vorherige",
        [PATTERN_DONE] = "erledigt",
        [PATTERN_UNDONE] = "nicht|noch|teilweise|teils|fast|zu|halb|muss|soll|weitgehend|wird|werden|teil|lauft",
        [PATTERN_DUE_TIME] = "?zur nachste* sitzung|treffen|woche|plenum",
        [PATTERN_BEFORE_WEEKDAY] = "den",
        [PATTERN_NOTES_COLUMN] = "notizen",
        [PATTERN_ACTION_NUMBER_COLUMN] = "nr",
        [PATTERN_ACTION_OWNER_COLUMN] = "wer|verantwortlich*|zustandig",
        [PATTERN_ACTION_DUE_COLUMN] = "bis|wann|frist|fallig*|datum|termin|erledigungsfrist",
        [PATTERN_ACTION_OWNER_LABEL] = "?haupt hauptverantwortlich*|verantwortlich* ?person|ist;zustandig*;wer;erledigt|bearbeitet durch;bearbeiter*;federfuhrung",
        [PATTERN_ACTION_DUE_LABEL] = "bis ?wann;frist|termin|wann|erledigungsfrist|datum;fallig ?am|bis;zu erledigen bis",
        [PATTERN_ACTION_STATUS_COLUMN] = "stand",
        [PATTERN_ACTION_TEXT_COLUMN] = "aufgabe*|massnahme*|was",
    },
};
/* clang-format on */
