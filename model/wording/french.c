#include "wording/word_table.h"

#include <stddef.h>

/* clang-format off */
const struct words_row words_french = {
    .tag = "fr",
    .months = {"janvier|janv", "fevrier|fevr|fev", "mars", "avril|avr", "mai", "juin", "juillet|juil", "aout", "septembre|sept",
               "octobre|oct", "novembre|nov", "decembre|dec"},
    .weekdays = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
    .numbers = {NULL, "un|une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"},
    .ordinals = {"premierement|premier|premiere", "deuxiemement|deuxieme", "troisiemement|troisieme", "quatriemement|quatrieme", "cinquiemement|cinquieme", "sixiemement|sixieme", "septiemement|septieme", "huitiemement|huitieme", "neuviemement|neuvieme", "dixiemement|dixieme", "onzieme", "douzieme"},
    .counted = {
        "un|une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
        "quatorze", "quinze", "seize", "dix-sept|dix sept", "dix-huit|dix huit", "dix-neuf|dix neuf", "vingt",
        "vingt et un|vingt-et-un|vingt et une|vingt-et-une", "vingt-deux|vingt deux", "vingt-trois|vingt trois",
        "vingt-quatre|vingt quatre", "vingt-cinq|vingt cinq", "vingt-six|vingt six", "vingt-sept|vingt sept",
        "vingt-huit|vingt huit", "vingt-neuf|vingt neuf", "trente",
        "trente et un|trente-et-un|trente et une|trente-et-une", "trente-deux|trente deux",
        "trente-trois|trente trois", "trente-quatre|trente quatre", "trente-cinq|trente cinq",
        "trente-six|trente six", "trente-sept|trente sept", "trente-huit|trente huit", "trente-neuf|trente neuf",
        "quarante", "quarante et un|quarante-et-un|quarante et une|quarante-et-une", "quarante-deux|quarante deux",
        "quarante-trois|quarante trois", "quarante-quatre|quarante quatre", "quarante-cinq|quarante cinq",
        "quarante-six|quarante six", "quarante-sept|quarante sept", "quarante-huit|quarante huit",
        "quarante-neuf|quarante neuf", "cinquante",
        "cinquante et un|cinquante-et-un|cinquante et une|cinquante-et-une", "cinquante-deux|cinquante deux",
        "cinquante-trois|cinquante trois", "cinquante-quatre|cinquante quatre", "cinquante-cinq|cinquante cinq",
        "cinquante-six|cinquante six", "cinquante-sept|cinquante sept", "cinquante-huit|cinquante huit",
        "cinquante-neuf|cinquante neuf"},
    .days = {
        "premier"},
    .thousands = "deux mille|deux mil",
    .verb_endings = "e|t|d",
    .phrases = {
        [WORDS_PRESENT] = "present|presente|presents|presentes|presentees|participants|participantes|participant|etaient presents|etaient presentes|sont presents|feuille de presence|"
                          "presences|membres presents|personnes presentes|liste des presents|presence|liste de presence|membres presentes|participation|participantees",
        [WORDS_REMOTE] = "a distance|en visio|en visioconference|en ligne|visio|par telephone",
        [WORDS_IN_PERSON] = "sur place|en presentiel",
        [WORDS_REGRETS] = "absents non excuses|absent non excuse|absente non excusee|absentes non excusees|absents sans excuse|absent sans excuse|absente sans excuse|absentes sans excuse|non excuses|non excuse|non excusee|non excusees|absents sans motif|absents injustifies|absents non justifies|absences non justifiees|excuse|excusee|excuses|excusees|absents|absent|absente|absentes|absents excuses|absentes excusees|excusees ou absentes|absences|membres excuses|membres absents|etaient representes|etaient representees|sont representes|sont representees|representes|representees|absents representes",
        [WORDS_ABSENT] = "absents non excuses|absent non excuse|absente non excusee|absentes non excusees|absents sans excuse|absent sans excuse|absente sans excuse|absentes sans excuse|non excuses|non excuse|non excusee|non excusees|absents sans motif|absents injustifies|absents non justifies|absences non justifiees|absents|absent|absente|absentes|absences|membres absents",
        [WORDS_GUESTS] = "invites|invitees|invite|invitee|autres participants|egalement presents|egalement presentes|assistaient egalement",
        [WORDS_OBSERVERS] = "observateurs|observateur|observatrices|observatrice",
        [WORDS_PROXY] = "suppleant de|suppleante de|remplacant de|remplacante de|en remplacement de|pouvoir a|voix donnee a|represente par|representee par|procuration a|donne pouvoir a|donne procuration a|a donne pouvoir a|pouvoir donne a|procuration",
        [WORDS_PROXIES] = "pouvoirs|pouvoir|procurations|procuration|pouvoirs donnes|ont donne pouvoir|ont donne procuration|absents ayant donne pouvoir|absents ayant donne procuration|excuses ayant donne pouvoir|excuses ayant donne procuration|ayant donne pouvoir|ayant donne procuration|absents excuses ayant donne pouvoir|absentes ayant donne pouvoir",
        [WORDS_PROXY_TO] = "a|a donne pouvoir a|a donne procuration a|a donne son pouvoir a|donne son pouvoir a|ayant donne procuration a|procuration a|au profit de|represente par|representee par|donne pouvoir a|pouvoir a|donne procuration a|ayant donne pouvoir a",
        [WORDS_CHAIR] = "president de seance|presidente de seance|presidence|sous la presidence de|president|presidente|animateur de seance|co-president|co-presidente|copresident",
        [WORDS_VICE_CHAIR] = "vice-president|vice-presidente",
        [WORDS_SECRETARY] = "secretaire|secretaire general|secretaire generale",
        [WORDS_MINUTE_TAKER] = "secretaire de seance|prise de notes|prise de note|redacteur|redactrice|redaction|compte rendu par|compte-rendu par|scribe|notes prises par",
        [WORDS_MODERATOR] = "animateur|animatrice|facilitation|facilitateur|facilitatrice|moderateur|moderatrice|moderation",
        [WORDS_HOST] = "hote",
        [WORDS_MEMBER] = "membres|membre|administrateurs|administratrices|membre du ca|membres du ca|membres du bureau|salaries|salariees|benevoles",
        [WORDS_OFFICE] = "commissaire|expert-comptable|comptable|auditeur|auditrice|mairesse|echevin|echevine|prefet|prefete|sous-prefet|notaire|avocat|avocate|architecte|urbaniste|juriste|conseiller municipal|conseillere municipale|stagiaire|enseignant|enseignante|consultant|consultante|greffier|"
                         "tresorier|tresoriere|directeur|directrice|coordinateur|coordinatrice|delegue|deleguee|charge de|chargee de|"
                         "responsable|ingenieur|ingenieure|gerant|gerante|conseiller|conseillere|adjoint|adjointe|maire",
        [WORDS_PERSON_TITLE] = "premier adjoint|premiere adjointe|m. et mme|mm.|mmes|mrs|mlles|pr|pr.|dr.|m.|mme|mlle|monsieur|madame|me|maitre|dr",
        [WORDS_COLLECTIVE] = "tous|toutes|tout le monde|groupe|assemblee|bureau|collectif|public",
        [WORDS_ALL_PRESENT] = "tous les membres sont presents|tous les membres etaient presents",
        [WORDS_QUORUM] = "quorum",
        [WORDS_LEGAL_FORM] = "sarl|sas|sa|scop|scic|asbl",
        [WORDS_ORGANIZATION] = "liste|parti|groupe|direction|service|services|commune|syndicat|prefecture|association|fondation|mairie|ville|universite|institut|ministere|federation|collectif|maison|bibliotheque|librairie|region|departement",
        [WORDS_DATE] = "date|le|date de la reunion|quand",
        [WORDS_PLACE] = "lieu|ou|salle|lieu de la reunion",
        [WORDS_TIME] = "heure|horaire|horaires",
        [WORDS_START] = "ouverture|ouverte a|debut|debut de seance|ouvre|ouverte|commence|debute|heure de debut|ouverture de la seance|la seance est ouverte|debut de la reunion",
        [WORDS_END] = "levee|cloture|clot|fin|fin de seance|levee a|la seance est levee|heure de fin|close|se termine|cloture de la seance|fin de la reunion|termine",
        [WORDS_DURATION] = "duree|duree du ca|duree de la reunion|duree de la seance",
        [WORDS_TITLE] = "ordre du jour|compte rendu|compte-rendu|reunion|proces-verbal|pv|cr|de|la|du|des|le|les|seance|d'|l'|et|notes|minutes|projet|brouillon|approuve|adopte",
        [WORDS_HELD] = "tenue|tenu|reunie|reuni",
        [WORDS_CANCELLED] = "annule|annulee",
        [WORDS_MAIL_HEADER] = "de|a|objet|envoye|date",
        [WORDS_VOTERS] = "votants|votant|nombre de votants",
        [WORDS_FACTS] = "informations generales|informations|renseignements generaux",
        [WORDS_AGENDA] = "ordre du jour|odj|sommaire|points a l'ordre du jour|sujets",
        [WORDS_MINUTES] = "compte rendu|compte-rendu|deroule|proces-verbal|discussions|echanges|deroulement|notes",
        [WORDS_ITEM_PREFIX] = "point|sujet",
        [WORDS_SKIPPED] = "liens|sommaire|prochaines dates|inscription|signatures|signature",
        [WORDS_PROCEDURE] = "ouverture de la seance|ouverture|cloture de la seance|cloture|tour de table|levee de la seance|accueil|verification du quorum",
        [WORDS_PART] = "discussion|contexte|commentaires|votes|vote|motion|debat|echanges|questions|notes",
        [WORDS_SUMMARY] = "resume|synthese|en bref",
        [WORDS_OTHER_BUSINESS] = "questions diverses|divers|autres points",
        [WORDS_NEXT_MEETING] = "prochaine reunion|prochaine seance|prochain ca|prochaines reunions|prochain rendez-vous",
        [WORDS_ANNEX] = "annexe|annexes|piece jointe|pieces jointes",
        [WORDS_PRESENTER] = "rapporteur|rapporteuse|presente par|intervenant|intervenante",
        [WORDS_PROPOSAL] = "proposition de remplacement|motion de remplacement|motion substitutive|proposition substitutive|motion alternative|contre-proposition|contreproposition|contre-projet|contre-motion|proposition alternative|amendement|motion amendee|proposition amendee|motion ainsi amendee|motion telle qu'amendee|motion principale|proposition|motion|propose|il est propose|proposition de resolution",
        [WORDS_MOVER] = "proposeur|proposeuse|proposant|proposante|propose par|proposee par|sur proposition de",
        [WORDS_SECONDER] = "appuyeur|appuyeuse|comotionnaire|appuye par|appuyee par|seconde par|secondee par",
        [WORDS_DECISION] = "decision|decisions|deliberation|resolution|resolutions|decide|il est decide|nous decidons|le conseil decide|accord|consensus",
        [WORDS_CONCLUSION] = "decision|decisions|deliberations|resolutions|conclusion|conclusions|resultat|resultats",
        [WORDS_ADOPTED] = "adopte|adoptee|adoptes|adoptees|approuve|approuvee|approuves|valide|validee|elu|elue|elus|elues|accepte|acceptee",
        [WORDS_REJECTED] = "non approuve|non approuvee|non valide|non validee|non accepte|non acceptee|rejete|rejetee|rejetes|rejetees|refuse|refusee|refuses|refusees|non adopte|non adoptee|n'est pas adopte|n'est pas adoptee",
        [WORDS_DEFERRED] = "reporte|reportee|reportes|reportees|renvoye|renvoyee|ajourne|ajournee|aucune decision|pas de decision",
        [WORDS_WITHDRAWN] = "retire|retiree",
        [WORDS_LAPSED] = "caduc|caduque",
        [WORDS_UNANIMOUS] = "a l'unanimite|unanimite|unanime|a l'unanimite des presents",
        [WORDS_CONSENT] = "par consensus|sans opposition|consensus|au consensus|par consentement",
        [WORDS_YES] = "votes pour|ont vote pour|votent pour|a vote pour|vote pour|pour|oui|voix pour",
        [WORDS_NO] = "votes contre|ont vote contre|votent contre|a vote contre|vote contre|contre|non|voix contre",
        [WORDS_ABSTAIN] = "abstention|abstentions|blancs|s'abstient|s'abstiennent|abstient",
        [WORDS_VOTE] = "appel nominal|vote par appel nominal|vote a l'appel nominal|vote nominal|vote nominatif|scrutin public|scrutin nominal|vote au scrutin public|le vote|vote|scrutin|votes|voix|nombre de voix|resultat des votes|resultat du vote|mise aux voix",
        [WORDS_SECRET] = "a bulletin secret|bulletin secret|a bulletins secrets|scrutin secret",
        [WORDS_SHOW_OF_HANDS] = "a main levee|main levee|vote a main levee",
        [WORDS_VOICE] = "par acclamation",
        [WORDS_ROLL_CALL] = "par appel nominal|appel nominal|vote nominal|vote nominatif|scrutin public|scrutin nominal",
        [WORDS_ACTION] = "action|a faire|tache",
        [WORDS_ACTIONS] = "actions|a faire|taches|actions a mener|liste des actions|plan d'action|todo",
        [WORDS_NEXT_STEPS] = "suites|prochaines etapes|suites a donner|suivi",
        [WORDS_REVIEW] = "precedent|precedente|precedentes|dernier|derniere|suivi des actions|actions precedentes",
        [WORDS_WILL] = "doit|va|s'occupe de|se charge de|doivent|s'occupent de",
        [WORDS_DUE] = "avant|d'ici|pour le|avant le|d'ici le|echeance|d'ici au",
        [WORDS_DROPPED] = "annule|annulee|annules|annulees|abandonne|abandonnee|sans objet|retire|retiree|supprime|supprimee|caduc|caduque|"
                          "plus necessaire",
        [WORDS_DONE] = "fait|faite|termine|terminee|realise",
        [WORDS_OPEN_OWNER] = "a definir|personne",
        [WORDS_CHECKLIST] = "ordre du jour|objectifs|objectif|sujets",
        [WORDS_NONE] = "aucun|aucune|personne|neant|rien|aucune action|pas de diapositives|aucune presentation",
        [WORDS_NO_NAME] = "telephone|tel|fax|telecopie|courriel|e-mail|email|site web|adresse|"
                          "qui|aucun|aucune|personne|neant|sans objet",
        [WORDS_NO_SPEAKER] = "telephone|tel|mobile|telecopie|fax|courriel|e-mail|email|mail|site|site web|adresse|contact|annexe|annexes|"
                             "piece jointe|pieces jointes|documents|dossier|code d'acces|"
                             "cout|couts|prix|risque|risques|avantage|avantages|inconvenient|inconvenients|raison|raisons|variante|alternative|option|partie|recettes|depenses|montant|remarques|"
                             "note|remarque|question|reponse|decision|vote|date|lieu|action|resultat|lien|proposition|objet|bilan|idee|idees|exemple|attention|"
                             "rappel|presents|excuses|absents|pour|contre|abstention|abstentions|resume|budget|total|rapport|relecture|duree|duree du ca|heure|suite",
        [WORDS_FUNCTION_WORD] = "le|la|les|un|une|des|du|de|il|elle|nous|vous|ils|elles|on|ce|cette|ces|que|qui|quoi|comment|pourquoi|quand|si|en|dans|sur|pour|par|avec|"
                                "et|ou|mais|ne|pas|est|sont|je|leur|leurs|notre|nos|aux|au|apres|avant|pas|plus|toutes|tous|chaque",
        [WORDS_AND] = "et|ainsi que",
        [WORDS_ORDINAL] = "er|re",
        [WORDS_YEAR] = "an|annee",
        [WORDS_DAY_TO] = "et|au",
        [WORDS_OF] = "de|en|jour de|jour du mois de|du mois de|jours du mois de",
        [WORDS_THE] = "le",
        [WORDS_TIME_TO] = "a",
        [WORDS_TIME_UNTIL] = "jusqu'a|jusque|jusqu'au",
        [WORDS_OCLOCK] = "heures|heure",
        [WORDS_TIME_AT] = "a|vers",
        [WORDS_EVENING] = "du soir|de l'apres-midi",
        [WORDS_AND_HALF] = "et demie",
        [WORDS_AND_QUARTER] = "et quart",
        [WORDS_LESS_QUARTER] = "moins le quart|moins quart",
        [WORDS_PLACE_IN] = "a la|au|a l'|dans la|dans le|dans|en",
        [WORDS_NOON] = "midi",
        [WORDS_MIDNIGHT] = "minuit",
        [WORDS_HOUR] = "heures|heure",
    },
    .patterns = {
        [PATTERN_ABBREVIATION] = "mme|mlle|mm|art|env|etc|cf|ste|tel|av|bd|ets",
        [PATTERN_ARTICLE] = "le|la|les",
        [PATTERN_NOT] = "non|pas|aucun",
        [PATTERN_FEW] = "quelques|certains|certaines|plusieurs|peu",
        [PATTERN_SUBORDINATE] = "que|qu",
        [PATTERN_EARLIER] = "?lors de|a la derniere|precedente reunion|seance;"
                            "?lors de|a la reunion|seance precedente|derniere|passee",
        [PATTERN_PLURAL_TITLE] = "mm|mmes|mesdames|messieurs|conseilleres|conseillers;?les conseilleres|conseillers|adjoints|adjointes|elus|elues|membres ?municipaux|municipales;mesdames et messieurs;mmes et mm",
        [PATTERN_BODY_LABEL] = "societe|association|organisme|entreprise|cooperative|organisation|club;nom de ?l|la association|societe",
        [PATTERN_IN_YEAR] = "en|depuis",
        [PATTERN_AGENT_BY] = "par",
        [PATTERN_OTHER_BODY] = "banque|fondation|ministere|ministre|prefet|prefecture|region|departement|mairie|tribunal|bailleur|proprietaire|assureur|assurance|federation|etat|gouvernement|parlement|senat|loterie|commune|metropole|ligue|employeur;conseil municipal|departemental|regional|communautaire",
        [PATTERN_EARLIER_TIME] = "en ?l ?an|annee #;"
                                 "en janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre ?#;"
                                 "au mois de|d ?janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre ?#;"
                                 "l annee|an ?derniere|dernier|passee|passe;"
                                 "le mois dernier;la semaine derniere;hier",
        [PATTERN_TELLS] = "dit|rappelle|rappelait|rapporte|signale|precise|explique|indique|informe|mentionne|"
                          "souligne|ajoute|raconte|demande|pense|croit|ecrit|affirme;"
                          "demande si",
        [PATTERN_BREAK] = "pause;"
                          "suspendue|ajournee|reportee ?la ?seance ?jusqu a|au",
        [PATTERN_OPENED] = "ouvre|ouvert|ouverte la|cette seance|reunion|assemblee;"
                           "seance|reunion ?est ouverte|debute|commence;"
                           "se sont reunis|reunies|reuni|reunie",
        [PATTERN_CLOSED] = "leve|levee|clot|cloture la|de ?la seance|reunion|assemblee;"
                           "seance|reunion|assemblee ?est levee|close|terminee",
        [PATTERN_END_LABEL] = "fin|cloture;"
                              "heure de fin|cloture;"
                              "levee de la|l seance",
        [PATTERN_DRAFT] = "projet|brouillon|version|revision|diffuse|publie|imprime|redige|etabli|approuve|affiche|actualise ?v* ?# ?le|du|au;"
                          "mis|mise a jour ?le|du|au;mis|mise en ligne ?le",
        [PATTERN_NEXT] = "prochain*|suivant*",
        [PATTERN_MINUTES_OF] = "proces-verbal|proces-verbaux|pv;compte rendu|rendus;compte-rendu;seance|reunion precedente|derniere;derniere|precedente seance|reunion",
        [PATTERN_START_LABEL] = "ouverture|debut;"
                                "heure de debut|ouverture|commencement",
        [PATTERN_PRESENT_BEFORE] = "etaient|etait|sont|est ?egalement presents|present|presentes|presente;"
                                   "ont|a ?egalement assiste|participe ?a ?la ?reunion|seance;?y assistaient ?egalement",
        [PATTERN_EXCUSED_BEFORE] = "se sont|etaient ?fait excuses|excuse|excusees|excuser;s est ?fait excuse|excusee|excuser;"
                                   "etaient|etait|sont|est ?absents|absent|absentes|absente ?et excuses|excuse|excusees|excusee",
        [PATTERN_ABSENT_BEFORE] = "etaient|etait|sont|est absents|absent|absentes|absente",
        [PATTERN_PRESENT_AFTER] = "etaient|etait|sont|est ?egalement presents|present|presentes|presente;"
                                  "ont|a ?egalement assiste|participe ?a ?la ?reunion|seance",
        [PATTERN_EXCUSED_AFTER] = "se sont ?fait excuses|excuse|excusees|excuser;s est ?fait excuse|excusee|excuser;"
                                  "etaient|etait|sont|est ?absents|absent|absentes|absente ?et excuses|excuse|excusees|excusee",
        [PATTERN_ABSENT_AFTER] = "etaient|etait|sont|est absents|absent|absentes|absente",
        [PATTERN_BODY_MEMBERS] = "conseillers|conseilleres ?municipaux|municipales;"
                                 "adjoints|adjointes|elus|elues|echevins|echevines ?au ?maire",
        [PATTERN_JOINED] = "arrive|arrivee;a partir",
        [PATTERN_LEFT] = "jusqu|depart|parti|partie|quitte",
        [PATTERN_REPORTS] = "discute|discutent|debat|debattent|examine|examinent|echangent|demandent|souhaitent|souhaite|"
                            "votent|vote|approuve|approuvent|decident|prennent|remercient|proposent|expriment|exprime|"
                            "estime|estiment|interviennent|s;ont discute|debattu|demande|souhaite|vote|approuve|decide|exprime;"
                            "demande|rapporte|explique|indique|precise|remercie|propose|souligne|informe|rappelle|repond|presente|"
                            "ouvre|clot|leve|decide|constate|annonce|signale|expose|interroge|prend|note|ajoute|observe;"
                            "a demande|explique|indique|precise|remercie|propose|souligne|informe|rappele|repondu|presente|note;"
                            "est levee|ouverte|close|suspendue|reprise",
        [PATTERN_MINUTED] = "il est|a|fut|sera ?egalement|aussi ?ete ?egalement constate|precise|rappele|indique|propose|decide|"
                            "convenu|note|signale|souligne|demande|fait|evoque|suggere|remarque|discute;"
                            "?une|un ?longue|breve|courte|vive|large|long|bref discussion|debat|echange s|suit|est|a;"
                            "aucune|aucun ?autre question|remarque|objection|observation|intervention|commentaire;"
                            "pas de|d questions|question|remarque|remarques|objection|autre;"
                            "apres ?une|un|en ?avoir ?longue|breve|large discussion|debat|echange|delibere|debattu;"
                            "s ensuit|engage",
        [PATTERN_GATHERED] = "?tous|toutes|plusieurs|certains|certaines|quelques ?les|des membres|elus|elues|conseillers|"
                             "conseilleres|participants|participantes|habitants|riverains|parents|adherents|benevoles|delegues;"
                             "le|la|l conseil|comite|bureau|assemblee|commission|groupe|municipalite|ca|senat;tous|chacun",
        [PATTERN_SPOKEN] = "je|j|nous|moi|mon|ma|notre|nos|vous|votre|vos",
        [PATTERN_MINUTED_PARTICIPLE] = "presente|presentee|presentes|presentees|discute|discutee|approuve|approuvee|lu|lue|"
                                       "examine|examinee|adopte|adoptee|reporte|reportee|suspendue|levee|ouverte|reprise",
        [PATTERN_SESSION] = "seance|reunion|conseil",
        [PATTERN_OWN_MEETING] = "seance|reunion|assemblee|rencontre",
        [PATTERN_KIND_OF_MEETING] = "?proces-verbal|compte-rendu ?compte ?rendu ?de|du ?la ?l reunion|seance|assemblee|session ?generale "
                                    "?ordinaire|extraordinaire|publique|mensuelle ?du",
        [PATTERN_COMMON_BODY] = "conseil|d|administration|comite|directeur|bureau|assemblee|generale|ordinaire|"
                                "extraordinaire|de|du|la|direction|syndical|reunion|ca|ag",
        [PATTERN_ROOM] = "salle|mairie|maison|hotel|foyer|ecole|eglise|bibliotheque|mediatheque|rue|avenue|place",
        [PATTERN_REPRESENTS] = "de",
        [PATTERN_REPRESENTED] = "represente|representee|representes|representees",
        [PATTERN_GIVES_PROXY] = "a|donnee",
        [PATTERN_BORN] = "nee|ne|epouse",
        [PATTERN_BESIDES] = "plus|et|environ|avec;ainsi que",
        [PATTERN_HEAD_OF] = "chef|cheffe|responsable|charge|chargee de|du|des|d",
        [PATTERN_AS] = "comme;en tant que|qu;en qualite de|d",
        [PATTERN_PUBLIC] = "public|habitant*|auditeurs|auditrices",
        [PATTERN_PEOPLE] = "personnes|personne|invite*|membre*|visiteur*|observateur*|observatrice*|habitant*|adherent*|parents|delegue*|benevole*",
        [PATTERN_BESIDE_OFFICE] = "le|la|les|l|de|du|des|d|aux|au|comptes|general|generale|municipal|municipale|premier|premiere|"
                                  "adjoint|adjointe|seance|m|mme|monsieur|madame|honoraire|delegue|deleguee",
        [PATTERN_DEPARTMENT] = "parcs|jardins|recherche|developpement|urbanisme|voirie|culture|sport|sports|finances|"
                               "travaux|batiments|environnement|communication|jeunesse|education|logement|transports",
        [PATTERN_REMOTE] = "?en|par|via|a visio|visioconference|visio-conference|telephone|tel|distance|distanciel|ligne|audio|"
                           "audioconference|teams|zoom ?via|par ?le ?teams|zoom|telephone;"
                           "connecte|connectee",
        [PATTERN_IN_PERSON] = "?en|sur presentiel|presentielle|place|salle|personne|physique",
        [PATTERN_PRONOUNS] = "il|elle ?iel|lui",
        [PATTERN_ORGANIZATION_ARTICLE] = "la|le|les|l",
        [PATTERN_LED_BY] = "sous la presidence de|du|d;presidee|preside|presides par;animee par",
        [PATTERN_ACTS_AS_SECRETARY] = "?le secretariat est|etait assure par;secretaire de seance est|etait",
        [PATTERN_AMONG] = "dont|notamment;parmi lesquels|lesquelles|eux|elles",
        [PATTERN_CHAIR] = "president",
        [PATTERN_SECRETARY] = "secretaire",
        [PATTERN_MINUTE_TAKER] = "secretaire de seance;"
                                 "redact*;"
                                 "prise de note*",
        [PATTERN_MODERATOR] = "animat*|moderateur*|moderatrice*",
        [PATTERN_OBSERVER] = "observat*",
        [PATTERN_GUEST] = "invite|invites",
        [PATTERN_MEMBER] = "membre*",
        [PATTERN_GIVEN_NAME_COLUMN] = "prenom",
        [PATTERN_ABBREVIATION_COLUMN] = "initiales",
        [PATTERN_ORGANIZATION_COLUMN] = "organisme|structure",
        [PATTERN_ROLE_COLUMN] = "fonction",
        [PATTERN_NAME_COLUMN] = "nom|noms|membre*|elu|elus|elue|elues|conseiller*|coproprietaire*|adherent*|participant*|delegue*",
        [PATTERN_STATUS_COLUMN] = "presence*|present*|statut|participation|emargement",
        [PATTERN_REASON] = "raison|raisons|motif|motifs|conge|conges|deplacement|deuil|indisponible|retenu*|empechement|vacances|maladie",
        [PATTERN_EXCUSED_CELL] = "excuse*|exc|pouvoir|procuration|empeche*|conge|conges|malade|maladie|vacances|deplacement|voyage",
        [PATTERN_ABSENT_CELL] = "non|absent*|abs;"
                                "n a pas participe|assiste;"
                                "non presente|present",
        [PATTERN_PRESENT_CELL] = "oui|o|present*|presents|pres|participe",
        [PATTERN_RESOLUTION] = "resol*",
        [PATTERN_RESOLVED_THAT] = "convenu|decide|resolu|acte ?a ?l ?unanimite que|qu",
        [PATTERN_AGREED_TO] = "convenu|decide|resolu ?a ?l ?unanimite de|d",
        [PATTERN_AGREED_ALONE] = "convenu|decide|entendu|acte;d accord;?tous|tout ?le ?monde d accord",
        [PATTERN_CONSENSUS] = "consens*",
        [PATTERN_MOTION_LABEL] = "motion|amendement",
        [PATTERN_DECISIONS_HEADING] = "deliberations|resolutions",
        [PATTERN_NUMBER] = "n|no",
        [PATTERN_IS_PROPOSED] = "il est propose de|que|d;"
                                "?le|la|l conseil|ca|bureau|assemblee|comite|collectif ?municipal propose de|d",
        [PATTERN_MOVES] = "?a fait|presente|depose|formule une|la|sa|leur contre-proposition|contreproposition|contre-motion;"
                          "?a fait|presente|depose|formule un|le|son contre-projet",
        [PATTERN_MOVED_BY] = "proposee|propose par;"
                             "proposition de",
        [PATTERN_OF_MOVER] = "par|de",
        [PATTERN_SECONDS] = "appuye|appuyee|appuie|appuient",
        [PATTERN_SECONDED] = "appuye|appuie|appuient",
        [PATTERN_BY] = "par",
        [PATTERN_NO_DECISION] = "aucune|pas ?de decision|deliberation",
        [PATTERN_GOES_ON] = "continuons|poursuivons ?a|de ?y travailler|discuter|reflechir;"
                            "continuons|poursuivons le|la|les|nos travail|travaux|debat|debats|discussion|discussions|reflexion",
        [PATTERN_CASTING_VOTE] = "voix preponderante",
        [PATTERN_TWO_THIRDS] = "deux tiers",
        [PATTERN_THREE_QUARTERS] = "trois quarts",
        [PATTERN_NO_MAJORITY] = "majorite|quorum ?requise ?n est|etait pas atteinte|atteint|reunie",
        [PATTERN_MODAL] = "si",
        [PATTERN_VOTED_NOUN] = "contre-proposition|contreproposition|contre-projet|contre-motion|motion|vote|proposition|resolution|deliberation|amendement",
        [PATTERN_BUSINESS_NOUN] = "proces-verbal|compte-rendu|rendu|bilan|rapport|candidature|budget|sujet|point|question|"
                                  "dossier|decision|affaire|contrat|projet|convention|demande|comptes|compte",
        [PATTERN_ALL_MOTIONS] = "les deux|trois|quatre motions|propositions|resolutions",
        [PATTERN_PASSIVE] = "est|sont",
        [PATTERN_DEFERS] = "ajourner|ajourne|ajournement|surseoir|differer|differe",
        [PATTERN_POSTPONES] = "reporter|reporte|renvoyer|renvoie|renvoi;"
                              "le report de|du|d",
        [PATTERN_DECIDED_PERFECT] = "ete|adopte|approuve|valide|accepte|rejete|refuse|vote|decide|elu|reporte|ajourne",
        [PATTERN_AUXILIARY] = "avait|avaient",
        [PATTERN_REJECTS] = "vote|votent|prononce contre;"
                            "vote|votent par # voix contre # contre;"
                            "rejeter|rejette|refuser|refuse;"
                            "?un avis ?tres defavorable;"
                            "ne pas adopter|approuver|valider|accepter|accorder;"
                            "n approuve|adopte|valide|accepte pas",
        [PATTERN_MATTER] = "point|points|sujet|question|decision|deliberation|affaire|vote|scrutin|motion|proposition|"
                           "resolution|amendement|examen|discussion|debat|election|approbation|demande|dossier",
        [PATTERN_GENERAL] = "point|sujet|question|demande|decision|deliberation|affaire|recommandation|celle-ci|celui-ci|ceci|"
                            "cela|tous|toutes|membres|presents|presentes|votants|elus|conseil|assemblee|bureau|comite|"
                            "conseillers|delegues|president|presidente|seance|majorite|quorum|discussion|debat|echange|"
                            "apres|ainsi|donc|alors|ensuite|egalement|unanimite|unanimement|main|levee|consensus|resultat|"
                            "ont|etre|voix",
        [PATTERN_PRONOUN] = "il|elle|ils|elles|ceci|cela|celle-ci|celui-ci|c",
        [PATTERN_LATTER] = "dernier|derniere",
        [PATTERN_COUNTER] = "contre-proposition|contre-propositions|contreproposition|contre-projet|contre-motion;proposition|motion|resolution alternative;motion|proposition|resolution de remplacement;motion|proposition substitutive",
        [PATTERN_SUBSTITUTE] = "motion|proposition|resolution de remplacement;motion|proposition substitutive",
        [PATTERN_ORIGINAL_MOTION] = "motion|proposition|resolution initiale|principale|originale;premiere motion|proposition|resolution",
        [PATTERN_OF_MATTER] = "de|d|du|des|sur|visant|concernant|relative|portant|que",
        [PATTERN_RELATIVE] = "qui|dont",
        [PATTERN_RESULT_REASON] = "par ?le|la|l|son|sa proposeur|proposeuse|proposant|auteur|autrice|auteure|demandeur;faute de|d;par|avec #;en raison",
        [PATTERN_AMENDMENT] = "amendement|amendements",
        [PATTERN_ELECTED_TO] = "elu|elue|reelu|reelue|unanimite",
        [PATTERN_RESULT_LABEL] = "resultat",
        [PATTERN_AMEND] = "amender|modifier|amende|modifie",
        [PATTERN_AMENDS] = "?d amender la motion|proposition|resolution",
        [PATTERN_SUBSIDIARY] = "passer|passage ?immediat|immediatement au vote;clore|cloturer ?le|la|les debat|debats|discussion;motion|demande|proposition de|d report|ajournement|renvoi|cloture|suspension;"
                               "motion d|de ordre|procedure;question prealable",
        [PATTERN_AMENDED_MOTION] = "motion|proposition|resolution|deliberation ?ainsi amendee|modifiee;motion|proposition|"
                                   "resolution tel|telle qu amendee|modifiee;motion principale",
        [PATTERN_AMENDED] = "?ainsi amende|amendee|amendes|amendees;?avec amendement|amendements",
        [PATTERN_DECIDES] = "il est decide|convenu|resolu;"
                            "nous decidons|adoptons|approuvons|validons;"
                            "?le|la|l conseil|ca|bureau|assemblee|comite|commission ?municipal ?d ?generale ?administration emet|donne|rend|formule un avis favorable|defavorable;"
                            "le|la|l conseil|ca|bureau|assemblee|comite|collectif ?municipal ?d ?generale ?administration "
                            "decide|approuve|adopte|valide|vote|elit|reporte|ajourne|rejette|refuse|autorise|fixe|accorde|attribue|"
                            "designe|nomme;"
                            "le|la|l conseil|ca|bureau|assemblee|comite|collectif ?municipal ?d ?generale ?administration "
                            "a|se vote|prononce contre|pour;"
                            "decide|approuve|adopte|rejette ?a ?l ?unanimite le|la|l conseil|ca|bureau|assemblee|comite;"
                            "les membres|elus|conseillers ?municipaux ?ont votent|vote ?a ?l ?unanimite contre",
        [PATTERN_REFUSES] = "le|la|l conseil|ca|bureau|assemblee|comite|commission ?municipal ?d ?generale ?administration n|ne approuve|adopte|valide|accepte|autorise pas",
        [PATTERN_NOT_ADOPTED] = "non|pas adopte|adoptee|approuve|approuvee|accepte|acceptee|accorde|accordee",
        [PATTERN_DECIDES_ALONE] = "approuve|adopte|autorise|fixe|rejette|refuse le|la|les|l|un|une|de|d;decide|decident ?a ?l ?unanimement ?unanimite de|d|que",
        [PATTERN_OPINION] = "avis ?tres favorable|defavorable",
        [PATTERN_OPERATIVE] = "abroge|accepte|accorde|adhere|adopte|affecte|annule|approuve|arrete|attribue|autorise|cede|charge|confie|"
                              "confirme|constate|cree|decide|declare|definit|delegue|demande|designe|dit|donne|elit|emet|engage|fixe|"
                              "habilite|institue|instaure|invite|mandate|maintient|modifie|nomme|precise|prend|prononce|rappelle|"
                              "ratifie|refuse|rejette|renonce|renouvelle|retient|sollicite|souhaite|supprime|valide|vote;"
                              "s engage|oppose;et ?le|la|les|l autorise|charge|mandate|approuve|decide|donne",
        [PATTERN_DELIBERATED] = "apres ?en avoir ?largement delibere;apres deliberation|deliberations|delibere;ayant delibere;apres ?en avoir ?delibere ?et vote",
        [PATTERN_ELECTED] = "est elu|elue|reelu|reelue",
        [PATTERN_ELECTED_WORD] = "elu|elue|reelu|reelue",
        [PATTERN_MOTION] = "motion|proposition|resolution",
        [PATTERN_MINUTES] = "proces-verbal|pv|compte-rendu",
        [PATTERN_VOTE] = "scrutin|voix;"
                         "main|mains levee|levees",
        [PATTERN_VOTE_NOUN] = "scrutin",
        [PATTERN_BARE_VOTES] = "voix|suffrages",
        [PATTERN_BEFORE_SCORE] = "par|avec",
        [PATTERN_VOTED_SCORE] = "par # voix contre #",
        [PATTERN_POLL] = "sondage",
        [PATTERN_VOTE_ON] = "vote|scrutin|votes sur|de ?la|le|cette|ce motion|proposition|resolution|projet|deliberation;"
                            "mise aux voix de la motion|proposition|resolution|deliberation",
        [PATTERN_VOTE_HELD] = "resultat;"
                              "main|mains levee|levees",
        [PATTERN_NOT_UNANIMOUS] = "unanimite moins|sauf une|deux|trois|# voix|vote|votes",
        [PATTERN_BY_MAJORITY] = "a la majorite",
        [PATTERN_UNTIL] = "a|au|jusqu",
        [PATTERN_NO_SECOND] = "faute d|de appui|seconde|proposeur",
        [PATTERN_UNANIMOUSLY] = "?a ?l unanimite",
        [PATTERN_RESPONSE] = "aucun|aucune|pas|sans ?d objection|objections|observation|observations|remarque|remarques;?avis ?tres favorable|defavorable",
        [PATTERN_APPLICATION] = "?une demande|demandes|permis|declaration|dossier|certificat",
        [PATTERN_CONSENT] = "sans opposition|objection",
        [PATTERN_ELECTED_LABEL] = "?sont|est elu|elus|elue|elues ?au|a|comme ?conseil|bureau|comite|ca",
        [PATTERN_ELECTION_LABEL] = "resultat|resultats ?de|du ?l|la election|elections|scrutin|vote;voix ?obtenues;election",
        [PATTERN_CANDIDATE] = "candidat|candidats|candidate|candidates",
        [PATTERN_YES] = "?voix|votes pour|oui;?ont|a vote|votent pour",
        [PATTERN_NO] = "?voix|votes contre|non;?ont|a vote|votent contre",
        [PATTERN_ABSTAIN] = "?voix ?en abstention*|blancs",
        [PATTERN_SCORE] = "?voix contre",
        [PATTERN_OUTCOME] = "avis|appuye*|approuv*|scrutin|voix|levee*|valid*|elu*|reelu*|autoris*|fixe*|accorde*|attribue*|designe*|nomme*|rejet*|refus*|non|report*|renvoy*|ajourn*|amend*|caduc*|caduque*|adopt*|aucune|retir*|"
                            "convenu|pour|oui|contre|blanc*",
        [PATTERN_ACTION_HEADING] = "taches",
        [PATTERN_ACTION_FOR] = "pour|de",
        [PATTERN_MOTION_TEXT] = "que|qu",
        [PATTERN_TAKES_ON] = "?s occupe|occupent de|du|des;se charge|chargent de|du|des",
        [PATTERN_REVIEW_HEADING] = "precedentes|suivi",
        [PATTERN_TASK_VERB] = "contacter|envoyer|preparer|organiser|demander|faire|rediger|relancer|creer|verifier|"
                              "prevoir",
        [PATTERN_DONE] = "fait",
        [PATTERN_UNDONE] = "pas|non|partiellement|presque|reste|jamais|sera|seront|partie|cours",
        [PATTERN_DUE_TIME] = "?la prochaine|prochain reunion|ca|seance|semaine",
        [PATTERN_BEFORE_WEEKDAY] = "le",
        [PATTERN_NOTES_COLUMN] = "notes",
        [PATTERN_ACTION_OWNER_COLUMN] = "qui|responsable",
        [PATTERN_ACTION_DUE_COLUMN] = "echeance|date|quand|delai",
        [PATTERN_ACTION_OWNER_LABEL] = "?personne responsable|responsables;pilote|porteur|porteuse|referent|referente|qui;en charge;?a la charge de",
        [PATTERN_ACTION_DUE_LABEL] = "echeance|delai|quand|date;date|delai limite;pour ?le ?quand",
        [PATTERN_ACTION_STATUS_COLUMN] = "statut|etat",
        [PATTERN_ACTION_TEXT_COLUMN] = "tache*|quoi",
    },
};
/* clang-format on */
