#include "tables/known_heading.h"

#include "wording/words.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#define MEETING TARGET(TYPE_MEETING)
#define SESSION TARGET(TYPE_SESSION)
#define ITEM TARGET(TYPE_AGENDA_ITEM)
#define PERSON TARGET(TYPE_PERSON)
#define ORGANIZATION TARGET(TYPE_ORGANIZATION)
#define PAPER TARGET(TYPE_PAPER)
#define DECISION TARGET(TYPE_DECISION)
#define PROPOSAL TARGET(TYPE_PROPOSAL)
#define ACTION TARGET(TYPE_ACTION)
#define TOPIC TARGET(TYPE_TOPIC)
#define EVENT TARGET(TYPE_EVENT)
#define DOCUMENT TARGET(TYPE_DOCUMENT)
#define TITLED (SESSION | ITEM | PAPER | DECISION | PROPOSAL | EVENT | DOCUMENT)
#define PROGRAMME KNOWN_PROGRAMME

/* The first row that has a heading counts. */
/* clang-format off */
static const struct known_heading headings[] = {
    {PERSON, "given_name", "first name|firstname|forename|forenames|given names|speaker first name",
     "vorname|vornamen|rufname|prenom|prenoms|nombre de pila"},
    {PERSON, "family_name", "last name|lastname|surname|family names|speaker last name",
     "nachname|familienname|zuname|nom de famille|apellido|apellidos|primer apellido"},
    {PERSON, "name", "full name|fullname|speaker|speaker name|display name|member|participant|attendee|speakers",
     "name|vollstandiger name|vor- und nachname|mitglied|teilnehmer|teilnehmerin|referent|referentin|"
     "nom|nom complet|nom et prenom|prenom et nom|membre|participant|participante|intervenant|"
     "nombre|nombre completo|nombre y apellidos|apellidos y nombre|miembro|asistente|ponente"},
    {PERSON, "honorific_prefix", "prefix|name prefix", "akademischer titel|akad. titel|titel|grad|tratamiento"},
    {PERSON, "email", "email|e-mail|email address|e-mail address|mail|speaker email",
     "mailadresse|e-mail-adresse|emailadresse|adresse e-mail|adresse mail|adresse email|adresse electronique|courriel|"
     "correo|correo electronico"},
    {PERSON, "memberships.organization", "organization|organisation|company|institution|affiliation|employer|group|party",
     "verein|firma|unternehmen|einrichtung|fraktion|partei|gruppe|arbeitgeber|institut|"
     "societe|entreprise|organisme|association|groupe|parti|etablissement|"
     "organizacion|empresa|entidad|institucion|asociacion|grupo|partido"},
    {PERSON, "memberships.post", "post|position|job title|office|tagline|tag line|function|role",
     "funktion|amt|rolle|stelle|fonction|poste|role|cargo|funcion|puesto"},
    {PERSON, "biography", "bio|biography|speaker bio|about|about the speaker",
     "biografie|biographie|kurzbiografie|kurzbiographie|lebenslauf|biografia"},
    {PERSON, "image", "photo|picture|profile picture|avatar", "foto|bild|photo|imagen"},
    {PERSON, "attendance.meeting", "meeting", "sitzung|reunion|seance|sesion"},
    {PERSON, "attendance.status", "attendance|present|status", "anwesend|anwesenheit|presence|presente|present|asistencia|asiste"},
    {PERSON | MEETING | ORGANIZATION, "country", "country", "land|pays|pais"},

    {ORGANIZATION, "name", "organization|organisation|company|institution|full name",
     "name|bezeichnung|verein|firma|nom|societe|association|nombre|organizacion|empresa|entidad"},
    {ORGANIZATION, "abbreviation", "acronym|short name", "abkurzung|kurzel|kurzname|sigle|abreviation|siglas|abreviatura"},
    {MEETING, "name", "title|meeting|event", "titel|bezeichnung|sitzung|name|titre|reunion|seance|nom|titulo|sesion|nombre"},
    {MEETING, "body", "committee|body", "gremium|ausschuss|organe|commission|instance|organo|comision|comite"},
    {MEETING, "venue", "location|place|building|venue", "ort|sitzungsort|veranstaltungsort|lieu|lugar|sede"},
    {MEETING, "city", "city|town", "stadt|ville|ciudad|localidad"},
    {MEETING | SESSION | PAPER | PROGRAMME, "room", "room|room name|hall|stage|location|place|venue",
     "raum|saal|zimmer|buhne|ort|salle|lieu|scene|sala|aula|lugar|escenario"},

    {PROGRAMME, "date", "date|day|scheduled on|scheduled date", "datum|tag|date|jour|fecha|dia"},
    {PROGRAMME, "start",
     "start|start time|starts|starts at|begin|begins|from|time|scheduled at|scheduled time|start date|date and time|date time|proposed start|start time (utc)",
     "beginn|anfang|von|startzeit|uhrzeit|zeit|startet|debut|heure|heure de debut|horaire|horario|de|inicio|hora|hora de inicio|desde|comienzo"},
    {PROGRAMME, "end", "end|end time|ends|ends at|until|to|end date|finish",
     "ende|bis|endzeit|schluss|fin|heure de fin|jusqu'a|a|hora de fin|hora final|hasta"},
    {PROGRAMME, "duration", "duration|length|scheduled duration|minutes|duration in minutes", "dauer|lange|minuten|duree|duracion|minutos"},
    {PROGRAMME, "title", "title|talk|talk title|session title|proposal title|session name|summary|name|subject|topic|presentation|event|contribution",
     "titel|thema|vortrag|vortragstitel|veranstaltung|programmpunkt|beitrag|titre|intitule|conference|sujet|expose|"
     "titulo|charla|ponencia|tema|sesion|actividad"},
    {PROGRAMME, "subtitle", "subtitle", "untertitel|sous-titre|subtitulo"},
    {PROGRAMME, "persons", "speaker|speakers|speaker name|speaker names|presenter|presenters|lecturer|moderator|chair|who|panelists|full name",
     "referent|referentin|referenten|referentinnen|referent*innen|sprecher|sprecherin|sprecherinnen|vortragende|vortragender|vortragende:r|leitung|person|personen|"
     "intervenant|intervenante|intervenants|intervenantes|orateur|oratrice|orateurs|conferencier|conferenciere|conferenciers|"
     "ponente|ponentes|orador|oradora|oradores|conferenciante|conferenciantes"},
    {PROGRAMME, "#session", "session", ""}, /* a track, if there is no other column for it */
    {PROGRAMME, "#ids", "speaker ids|speaker id|speaker codes", ""},
    {PROGRAMME, "abstract", "abstract|summary|short description|session abstract",
     "zusammenfassung|kurzbeschreibung|resume|resumen"},
    {PROGRAMME, "description", "description|details|session description|text|content|body",
     "beschreibung|inhalt|langbeschreibung|descriptif|contenu|descripcion|contenido|detalles"},
    {PROGRAMME, "track", "track|assigned track|topic|stream|category|theme",
     "strang|kategorie|themenbereich|themenfeld|programmlinie|parcours|thematique|categorie|filiere|categoria|area|itinerario|linea tematica"},
    {PROGRAMME, "type", "type|session type|session format|format|kind|submission type|contribution type|proposal type",
     "art|typ|veranstaltungsart|genre|tipo|formato|modalidad"},
    {PROGRAMME, "state", "state|status|session state|proposal state", "zustand|etat|statut|estado"},
    {PROGRAMME, "language", "language|content locale|locale|session language", "sprache|langue|idioma|lengua"},
    {PROGRAMME, "code", "id|code|session id|session code|friendly id|proposal id|talk id|contribution id|sitzungsnummer", "kennung|nummer|nr|identifiant|identificador|codigo"},
    {PROGRAMME, "url", "url|link|website|session url|public url|event url", "webseite|lien|enlace|sitio web"},
    {PROGRAMME, "video_download_url", "recording link|recording|recording url|video|video url", "aufzeichnung|enregistrement|grabacion"},
    {PROGRAMME, "feedback_url", "feedback url|feedback link", ""},

    {TITLED, "title", "name|subject|heading|item|agenda item|topic|resolution|motion|decision",
     "titel|betreff|gegenstand|thema|tagesordnungspunkt|bezeichnung|beschluss|antrag|"
     "titre|objet|sujet|intitule|point|deliberation|"
     "titulo|asunto|tema|objeto|punto|acuerdo|mocion"},
    {DECISION, "text", "text|wording|full text", "wortlaut|beschlusstext|beschlusswortlaut|texte|libelle|texto"},
    {DECISION, "result", "result|outcome|status|vote result", "ergebnis|resultat|abstimmungsergebnis|abstimmung|vote|resultado|votacion"},
    {DECISION, "#yes", "yes|for|ayes|in favour|in favor|votes for|yes votes", "ja|ja-stimmen|dafur|pour|oui|voix pour|si|a favor|votos a favor"},
    {DECISION, "#no", "no|against|noes|nays|votes against|no votes", "nein|nein-stimmen|dagegen|gegenstimmen|contre|non|voix contre|no|en contra|votos en contra"},
    {DECISION, "#abstain", "abstain|abstained|abstentions|abstention|abstaining",
     "enthaltung|enthaltungen|enthalten|abstention|abstentions|abstencion|abstenciones"},
    {DECISION, "votes.date", "date|vote date|decided on", "datum|beschlossen am|date|date du vote|fecha"},
    {ACTION, "text", "action|task|action item|description|to do|todo|what|title",
     "aufgabe|massnahme|was|beschreibung|auftrag|tache|mesure|description|quoi|tarea|accion|descripcion|que"},
    {ACTION, "owner_text", "owner|owners|assignee|assigned to|responsible|who|lead|person responsible",
     "wer|verantwortlich|verantwortliche|verantwortlicher|verantwortliche person|zustandig|zustandigkeit|responsable|responsables|qui|pilote|"
     "quien|encargado|encargada|a cargo de"},
    {ACTION, "due_date", "due|deadline|due by|by when|when|target date",
     "bis|bis wann|frist|termin|fallig|fallig am|falligkeit|wann|echeance|date limite|delai|pour le|quand|plazo|fecha limite|vencimiento|cuando"},
    {ACTION, "completed_date", "completed|done on|completed on|closed on", "erledigt am|abgeschlossen am|fait le|realise le|hecho el|completado el"},
    {ACTION, "status", "state|progress", "status|stand|zustand|etat|statut|avancement|estado"},
    {ITEM | DECISION | ACTION | MEETING | SESSION, "number", "no|no.|#|nr|ref|reference|item no|item number|number",
     "nr|nr.|nummer|lfd. nr.|top|beschluss-nr.|beschlussnummer|aktenzeichen|n°|no|numero|num.|n.º|nº"},
    {ITEM, "public", "", "offentlich|publique|publico|publica"},
    {ITEM, "duration", "minutes|time allotted|length", "dauer|zeit|minuten|duree|duracion|tiempo"},
    {ITEM | EVENT | ORGANIZATION | TOPIC, "description", "description|details|notes", "beschreibung|erlauterung|description|details|descripcion|detalles"},
    {ITEM | DECISION | ACTION | SESSION | PAPER, "meeting", "meeting name", "sitzung|reunion|seance|sesion"},
    {TOPIC, "label", "name|topic|tag|title|keyword", "thema|schlagwort|bezeichnung|sujet|theme|mot-cle|tema|etiqueta|palabra clave"},
    {DECISION | PROPOSAL, "movers", "moved by|proposed by|proposer", ""},
    {EVENT, "date", "day|when", "datum|tag|jour|fecha|dia"},
    {PAPER, "abstract", "description|summary", "beschreibung|zusammenfassung|resume|descripcion|resumen"},
    {PAPER | SESSION, "track", "stream", "strang|kategorie|parcours|categoria"},
    {MEETING | SESSION | ITEM | PAPER, "start_date", "date|day", "datum|tag|date|jour|fecha|dia"},
    {MEETING | SESSION | ITEM | PAPER, "#start", "start|start time|starts|begin|begins|from|time",
     "beginn|anfang|von|uhrzeit|zeit|debut|heure|heure de debut|inicio|hora|hora de inicio|desde"},
    {MEETING | SESSION | ITEM | PAPER, "#end", "end|end time|ends|until|to|finish",
     "ende|bis|schluss|fin|heure de fin|hora de fin|hasta"},
    {~KNOWN_PROGRAMME, "language", "locale", "sprache|langue|idioma"},
    {~KNOWN_PROGRAMME, "web_links.url", "url|link|website|web page|homepage", "webseite|webseiten|internetseite|lien|site web|enlace|sitio web|pagina web"},
    {~KNOWN_PROGRAMME, "notes.text", "comment|comments|remarks|remark|note", "bemerkung|bemerkungen|anmerkung|anmerkungen|notiz|notizen|remarque|remarques|observations|commentaires|observaciones|notas|nota|comentarios"},
};
/* clang-format on */

/* Writes a heading with blanks between its words, and without a remark in brackets or marks at its
 * end. Returns false if it is too long. */
static bool known_heading_write(const char *heading, char plain[KNOWN_HEADING_BYTES])
{
    size_t length = 0;
    for (const char *at = heading; *at && !(length && (*at == '(' || *at == '[')); at++) {
        const bool capital = *at >= 'A' && *at <= 'Z';
        if (length + 2 >= KNOWN_HEADING_BYTES)
            return false;
        if (capital && at > heading && at[-1] >= 'a' && at[-1] <= 'z')
            plain[length++] = ' ';
        plain[length++] = *at;
        if (*at == '_' || *at == '\n' || *at == '\r')
            plain[length - 1] = ' ';
    }
    while (length && strchr(" *?:", plain[length - 1]))
        length--;
    plain[length] = '\0';
    return length > 0;
}

/* Reports whether a text is one of the phrases of a list. */
static bool known_heading_is_one(const char *words, const char *text)
{
    while (*words) {
        char phrase[KNOWN_HEADING_BYTES];
        const size_t length = strcspn(words, "|");
        snprintf(phrase, sizeof phrase, "%.*s", (int)length, words);
        if (strcasecmp(phrase, text) == 0 || words_same(phrase, text, strlen(text)))
            return true;
        words += length + (words[length] == '|');
    }
    return false;
}

const struct known_heading *known_heading_find(unsigned tables, const char *heading,
                                               bool *ret_other)
{
    char plain[KNOWN_HEADING_BYTES];
    if (!known_heading_write(heading, plain))
        return NULL;
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        if (!(headings[i].tables & tables))
            continue;
        const bool english = known_heading_is_one(headings[i].words, plain);
        if (!english && !known_heading_is_one(headings[i].other, plain))
            continue;
        *ret_other = !english;
        return &headings[i];
    }
    return NULL;
}
