#include "wording/word_table.h"

/* clang-format off */
const struct words_row words_spanish = {
    .tag = "es",
    .months = {"enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo|may", "junio|jun", "julio|jul", "agosto|ago",
               "septiembre|setiembre|sept|sep", "octubre|oct", "noviembre|nov", "diciembre|dic"},
    .weekdays = {"lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"},
    .numbers = {"ninguno", "un|una|uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"},
    .ordinals = {"primero|primer|primera", "segundo|segunda", "tercero|tercer|tercera", "cuarto|cuarta", "quinto|quinta", "sexto|sexta", "septimo|septima|setimo", "octavo|octava", "noveno|novena", "decimo|decima", "undecimo|undecima|decimoprimero", "duodecimo|duodecima|decimosegundo"},
    .counted = {
        "uno|una|un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
        "trece", "catorce", "quince", "dieciseis", "diecisiete", "dieciocho", "diecinueve", "veinte",
        "veintiuno|veintiun|veintiuna", "veintidos", "veintitres", "veinticuatro", "veinticinco", "veintiseis",
        "veintisiete", "veintiocho", "veintinueve", "treinta", "treinta y uno|treinta y una|treinta y un",
        "treinta y dos", "treinta y tres", "treinta y cuatro", "treinta y cinco", "treinta y seis", "treinta y siete",
        "treinta y ocho", "treinta y nueve", "cuarenta", "cuarenta y uno|cuarenta y una|cuarenta y un",
        "cuarenta y dos", "cuarenta y tres", "cuarenta y cuatro", "cuarenta y cinco", "cuarenta y seis",
        "cuarenta y siete", "cuarenta y ocho", "cuarenta y nueve", "cincuenta",
        "cincuenta y uno|cincuenta y una|cincuenta y un", "cincuenta y dos", "cincuenta y tres", "cincuenta y cuatro",
        "cincuenta y cinco", "cincuenta y seis", "cincuenta y siete", "cincuenta y ocho", "cincuenta y nueve"},
    .days = {
        "primero|primer"},
    .thousands = "dos mil",
    .verb_endings = "a|e",
    .phrases = {
        [WORDS_PRESENT] = "asistentes|asistencia|asisten|presentes|participantes|asistieron|lista de asistentes|personas asistentes|asistente|miembros presentes|asisten los miembros|"
                          "asistentes a la reunion|listado de asistentes|socios presentes|relacion de asistentes",
        [WORDS_REMOTE] = "en remoto|telematicamente|en linea|online|remoto|por videoconferencia|telematica",
        [WORDS_IN_PERSON] = "presencial|presencialmente",
        [WORDS_REGRETS] = "ausentes sin excusa|ausente sin excusa|ausentes sin excusar|ausentes sin justificar|ausentes sin justificacion|ausente sin justificar|sin excusa|sin excusar|sin justificar|no asisten sin justificar|no asisten sin excusa|ausencias injustificadas|ausentes no justificados|no excusados|ausentes|excusan|no asisten|excusan su asistencia|ausencias|excusados|disculpan|disculpan su asistencia|ausente|excusan su ausencia|excusa|excusa su asistencia|excusa su ausencia|disculpa|disculpa su asistencia|no asiste",
        [WORDS_ABSENT] = "ausentes sin excusa|ausente sin excusa|ausentes sin excusar|ausentes sin justificar|ausentes sin justificacion|ausente sin justificar|sin excusa|sin excusar|sin justificar|no asisten sin justificar|no asisten sin excusa|ausencias injustificadas|ausentes no justificados|no excusados|ausentes|no asisten|ausencias|ausente|no asiste",
        [WORDS_GUESTS] = "invitados|invitadas|invitado|invitada|otros asistentes",
        [WORDS_OBSERVERS] = "oyentes|observadores|publico",
        [WORDS_PROXY] = "suplente de|en sustitucion de|delega su voto en|representado por|representada por|delega en|delega el voto en|voto delegado en|en representacion de",
        [WORDS_PROXIES] = "delegaciones|delegaciones de voto|delegacion de voto|votos delegados|representados|representaciones|delegan|delegan su voto|delegan el voto|representadas|voto delegado",
        [WORDS_PROXY_TO] = "en|delega su voto a|ha delegado su voto en|ha delegado en|a favor de|representado por|representada por|delega en|delega su voto en|por",
        [WORDS_CHAIR] = "presidencia|preside|presidente|presidenta|presidente de la asamblea|preside la sesion",
        [WORDS_VICE_CHAIR] = "vicepresidente|vicepresidenta|vicepresidencia",
        [WORDS_SECRETARY] = "secretaria|secretario|secretaria general|secretario general",
        [WORDS_MINUTE_TAKER] = "levanta acta|toma de notas|toma notas|toma acta|redacta|secretario de actas|actas|toma de actas",
        [WORDS_MODERATOR] = "moderador|moderadora|modera|moderacion|facilitador|facilitadora|moderadora",
        [WORDS_HOST] = "anfitrion|anfitriona",
        [WORDS_MEMBER] = "miembros|miembro|socios|socias|vocales|vocal|junta directiva|miembros de la junta",
        [WORDS_OFFICE] = "alcalde|alcaldesa|interventor|interventora|auditora|contador|contadora|concejal|concejala|regidor|regidora|notario|sindico|sindica|letrado|letrada|asesor|asesora|tecnico|economista|becario|becaria|profesor|profesora|consultor|consultora|delegado|delegada|portavoz|"
                         "tesorero|tesorera|director|directora|coordinador|coordinadora|tesoreria|"
                         "analista|disenador|disenadora|ingeniero|ingeniera|lider|desarrollador|desarrolladora|gerente|jefe|jefa|responsable|arquitecto|arquitecta|abogado|abogada|administrador|administradora",
        [WORDS_PERSON_TITLE] = "alcalde|alcaldesa|concejal|concejala|teniente de alcalde|primer teniente de alcalde|primera teniente de alcalde|dna.|dna|d.a|da|ilmo.|ilma.|excmo.|excma.|sres.|sras.|dr.|dra.|dona|senor|senora|sr.|sra.|srta.|don|dona|d.|da.|sr|sra",
        [WORDS_COLLECTIVE] = "todos|todas|grupo|asamblea|junta|publico",
        [WORDS_ALL_PRESENT] = "todos los miembros estan presentes|asisten todos los miembros",
        [WORDS_QUORUM] = "quorum",
        [WORDS_LEGAL_FORM] = "s.l.|s.a.|sl|s.l.u.",
        [WORDS_ORGANIZATION] = "lista|partido|grupo|asociacion|fundacion|ayuntamiento|universidad|instituto|ministerio|federacion|colectivo",
        [WORDS_DATE] = "fecha|dia|fecha de la reunion",
        [WORDS_PLACE] = "lugar|sala|donde|lugar / medio|lugar / plataforma|lugar/plataforma|lugar y medio|plataforma",
        [WORDS_TIME] = "hora|horario|horas",
        [WORDS_START] = "inicio|siendo las|da comienzo|comienzo|se abre|hora de inicio|comienza|empieza|se inicia|da inicio|apertura|hora inicio|hora de apertura",
        [WORDS_END] = "cierre|se levanta|se cierra|hora de fin|fin|finaliza|termina|hora de cierre|concluye|se da por finalizada|hora fin|hora de finalizacion|hora de termino",
        [WORDS_DURATION] = "duracion",
        [WORDS_TITLE] = "orden del dia|acta|actas|reunion|de|la|el|del|los|asamblea ordinaria|sesion|y|ordinaria|extraordinaria|borrador|aprobada",
        [WORDS_HELD] = "celebrada|celebrado|reunida|reunido",
        [WORDS_CANCELLED] = "se suspende|se ha suspendido|suspendida|se cancela|se ha cancelado|cancelada",
        [WORDS_MAIL_HEADER] = "de|para|asunto|enviado|fecha",
        [WORDS_VOTERS] = "con derecho a voto|personas con derecho a voto",
        [WORDS_FACTS] = "datos generales|informacion general|datos de la reunion|datos de la sesion|informacion de la reunion",
        [WORDS_AGENDA] = "orden del dia|temas|temas a tratar|agenda|indice|puntos del dia",
        [WORDS_MINUTES] = "acta|desarrollo|deliberaciones|desarrollo de la reunion|desarrollo de la sesion|notas",
        [WORDS_ITEM_PREFIX] = "punto|tema",
        [WORDS_SKIPPED] = "enlaces|indice|proximas fechas|firma|firmas|firma de aprobacion",
        [WORDS_PROCEDURE] = "apertura de la sesion|cierre de la sesion|apertura|cierre|bienvenida|levantamiento de la sesion",
        [WORDS_PART] = "discusion|contexto|comentarios|votacion|debate|notas|preguntas",
        [WORDS_SUMMARY] = "resumen|sintesis",
        [WORDS_OTHER_BUSINESS] = "ruegos y preguntas|varios|otros asuntos|otros",
        [WORDS_NEXT_MEETING] = "proxima reunion|proxima asamblea|siguiente reunion|proximas reuniones",
        [WORDS_ANNEX] = "anexo|anexos",
        [WORDS_PRESENTER] = "presentado por|ponente|expone",
        [WORDS_PROPOSAL] = "mocion sustitutiva|propuesta sustitutiva|mocion sustitutoria|propuesta sustitutoria|mocion alternativa|contrapropuesta|contra-propuesta|contraproposicion|contramocion|propuesta alternativa|enmienda|mocion enmendada|propuesta enmendada|mocion con la enmienda|propuesta con la enmienda|propuesta|mocion|propone|se somete a votacion|se propone",
        [WORDS_MOVER] = "proponente|propuesto por|propuesta por|propuesta de|a propuesta de|propone",
        [WORDS_SECONDER] = "secundante|secunda|secundado por|secundada por|apoyado por",
        [WORDS_DECISION] = "acuerdo|acuerdos|se acuerda|decision|decisiones|se decide|resolucion|consenso",
        [WORDS_CONCLUSION] = "acuerdo|acuerdos|decision|decisiones|conclusion|conclusiones|resoluciones|acuerdos adoptados|acuerdos tomados|acuerdos relevantes|decisiones tomadas|acuerdos y decisiones|resumen de acuerdos|resumen de acuerdos y decisiones|resultado|resultados",
        [WORDS_ADOPTED] = "aprobado|aprobada|se aprueba|se aprueban|elegido|elegida|aceptado|aceptada|aprobados|aprobadas",
        [WORDS_REJECTED] = "no acordado|no acordada|no se acuerda|no se acordo|no se ha acordado|no se ha aprobado|no ha sido aprobado|no ha sido aprobada|rechazado|rechazada|rechazados|rechazadas|no se aprueba|no se aprueban|denegado|denegada|se rechaza|se rechazan|se deniega|desestimado|desestimada|se desestima",
        [WORDS_DEFERRED] = "sobre la mesa|aplazado|aplazada|aplazados|aplazadas|pospuesto|pospuesta|se aplaza|se aplazan|se pospone|se posponen",
        [WORDS_WITHDRAWN] = "retirado|retirada|se retira",
        [WORDS_LAPSED] = "decae|decaido|decaida|decayo",
        [WORDS_UNANIMOUS] = "por unanimidad|unanimidad|unanime",
        [WORDS_CONSENT] = "por asentimiento|por consenso|consenso|sin oposicion",
        [WORDS_YES] = "votan a favor|votaron a favor|vota a favor|voto a favor|a favor|si|votos a favor",
        [WORDS_NO] = "votan en contra|votaron en contra|vota en contra|voto en contra|en contra|no|votos en contra",
        [WORDS_ABSTAIN] = "se abstienen|se abstiene|se abstuvieron|abstencion|abstenciones|en blanco|votos en blanco",
        [WORDS_VOTE] = "votacion nominal|votacion nominal publica|votacion por lista|sentido del voto|votacion|voto|votos|resultado de la votacion",
        [WORDS_SECRET] = "secreta|votacion secreta|voto secreto",
        [WORDS_SHOW_OF_HANDS] = "a mano alzada|mano alzada",
        [WORDS_VOICE] = "por aclamacion",
        [WORDS_ROLL_CALL] = "votacion nominal|nominal",
        [WORDS_ACTION] = "accion|tarea|pendiente",
        [WORDS_ACTIONS] = "acciones|tareas|pendientes|compromisos|tareas pendientes|acciones pendientes|tareas asignadas|compromisos / tareas|compromisos y tareas|tareas y responsables|acciones y responsables|tareas y compromisos",
        [WORDS_NEXT_STEPS] = "proximos pasos|siguientes pasos|seguimiento",
        [WORDS_REVIEW] = "anteriores|anterior|revision|pasada|repaso",
        [WORDS_WILL] = "debe|se encarga de|va a|deben|se encargara de",
        [WORDS_DUE] = "para|antes del|antes de|para el|hasta|hasta el|fecha limite|a mas tardar",
        [WORDS_DROPPED] = "cancelado|cancelada|anulado|anulada|descartado|descartada|abandonado|abandonada|retirado|retirada|suprimido|"
                          "suprimida|ya no es necesario|ya no es necesaria|sin efecto",
        [WORDS_DONE] = "hecho|realizado|hecha|realizada|completado|completada",
        [WORDS_OPEN_OWNER] = "por definir|nadie",
        [WORDS_CHECKLIST] = "orden del dia|objetivos|objetivo|temas",
        [WORDS_NONE] = "ninguno|ninguna|nadie|nada|no hay|sin diapositivas|sin presentacion",
        [WORDS_NO_NAME] = "telefono|tel|fax|correo electronico|e-mail|email|sitio web|direccion|"
                          "que|quien|quienes|ninguno|ninguna|nadie",
        [WORDS_NO_SPEAKER] = "telefono|tel|movil|fax|correo|correo electronico|e-mail|email|sitio web|web|direccion|contacto|anexo|anexos|"
                             "adjunto|adjuntos|documentos|documentacion|expediente|clave|"
                             "coste|costes|costo|costos|precio|precios|riesgo|riesgos|ventaja|ventajas|inconveniente|inconvenientes|motivo|motivos|variante|alternativa|opcion|opciones|parte|"
                             "ingresos|gastos|importe|observacion|nota|pregunta|respuesta|fecha|lugar|hora|acuerdo|votacion|resultado|enlace|propuesta|tarea|tareas|decision|tema|resumen|ejemplo|"
                             "asistentes|ausentes|a favor|en contra|abstenciones|informe|objetivo|presupuesto|total|inicio|cierre|observaciones",
        [WORDS_FUNCTION_WORD] = "el|la|los|las|un|una|unos|unas|lo|se|nos|yo|que|quien|como|cuando|donde|por|para|con|sin|de|del|en|y|o|pero|no|es|son|su|sus|"
                                "este|esta|estos|estas|si|al|cada|mas|tambien|hay|ambos|ambas",
        [WORDS_AND] = "y|e|asi como",
        [WORDS_YEAR] = "ano",
        [WORDS_DAY_TO] = "y|al",
        [WORDS_OF] = "de|del|en|del mes de|dias del mes de|dias de|del ano",
        [WORDS_THE] = "el",
        [WORDS_TIME_TO] = "a|hasta",
        [WORDS_TIME_ARTICLE] = "las",
        [WORDS_TIME_UNTIL] = "hasta|hasta las",
        [WORDS_OCLOCK] = "horas",
        [WORDS_TIME_AT] = "a las|las|a la|sobre las",
        [WORDS_EVENING] = "de la tarde|de la noche",
        [WORDS_AND_HALF] = "y media",
        [WORDS_AND_QUARTER] = "y cuarto",
        [WORDS_LESS_QUARTER] = "menos cuarto",
        [WORDS_PLACE_IN] = "en el|en la|en los|en las|en",
        [WORDS_NOON] = "mediodia",
        [WORDS_MIDNIGHT] = "medianoche",
        [WORDS_MINUTE] = "minutos",
        [WORDS_HOUR] = "horas|hora",
    },
    .patterns = {
        [PATTERN_ABBREVIATION] = "sr|sra|sres|sras|srta|da|dna|art|num|aprox|avda|ayto|excmo|excma|ilmo|ilma|tel",
        [PATTERN_ARTICLE] = "el|los|las",
        [PATTERN_NOT] = "no",
        [PATTERN_FEW] = "pocos|pocas|algunos|algunas|varios|varias",
        [PATTERN_SUBORDINATE] = "que",
        [PATTERN_EARLIER] = "en la ultima|pasada|anterior reunion|sesion;"
                            "en la reunion|sesion anterior|pasada|precedente",
        [PATTERN_PLURAL_TITLE] = "sres|sras|senores|senoras|concejales|concejalas|vocales|dres;los|las senores|senoras|sres|sras|concejales|concejalas|vocales|miembros",
        [PATTERN_BODY_LABEL] = "empresa|sociedad|asociacion|entidad|organizacion|cooperativa|fundacion|club;nombre de la asociacion|sociedad|entidad",
        [PATTERN_IN_YEAR] = "en|desde",
        [PATTERN_AGENT_BY] = "por",
        [PATTERN_OTHER_BODY] = "banco|fundacion|ministerio|ministro|diputacion|gobierno|ayuntamiento|tribunal|juzgado|juez|aseguradora|propietario|federacion|estado|parlamento|comunidad|consejeria|loteria|policia|universidad",
        [PATTERN_EARLIER_TIME] = "en ?el ?ano #;"
                                 "en enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre ?de ?#;"
                                 "el ano|mes pasado|anterior;la semana pasada;ayer",
        [PATTERN_TELLS] = "dice|dijo|recuerda|recordo|informa|informo|explica|explico|senala|senalo|comenta|comento|indica|indico|"
                          "menciona|menciono|manifiesta|manifesto|anade|anadio|cuenta|conto|pregunta|cree|afirma;"
                          "pregunta|pregunto si",
        [PATTERN_BREAK] = "descanso;"
                          "suspende|aplaza la sesion|reunion ?hasta",
        [PATTERN_ENDS] = "se cierra|levanta|levanto;"
                         "se da por;"
                         "levanta|levanto|cierra|cerro|clausura|clausuro la sesion|reunion|asamblea",
        [PATTERN_CLOSED] = "finaliza|finalizo|termina|termino|concluye|concluyo la sesion|reunion|asamblea|junta;"
                           "sesion|reunion|asamblea|junta finaliza|finalizo|termina|termino|concluye|concluyo",
        [PATTERN_OPENED] = "comienza|comenzo|empieza|empezo la sesion|reunion|asamblea|junta;"
                           "siendo las;"
                           "abre|abrio|inicia|inicio la sesion|reunion|asamblea;"
                           "reunidos|reunidas;"
                           "da|dio comienzo|inicio;"
                           "sesion|asamblea|reunion se inicia|abre",
        [PATTERN_END_LABEL] = "fin|cierre|final|finalizacion|termino;"
                              "hora de fin|finalizacion|cierre|termino|clausura",
        [PATTERN_DRAFT] = "borrador|version|revision|enviado|enviada|publicado|publicada|actualizado|actualizada|impreso|redactado|redactada|"
                          "elaborado|elaborada|aprobado|aprobada|firmado|firmada ?v* ?# ?el|de|del|a",
        [PATTERN_NEXT] = "proxim*|siguiente",
        [PATTERN_MINUTES_OF] = "acta|actas;sesion|reunion anterior;ultima sesion|reunion",
        [PATTERN_START_LABEL] = "inicio|hora|comienzo|apertura",
        [PATTERN_PRESENT_BEFORE] = "?tambien asistieron|asisten|asistio|asiste ?tambien ?a ?la|esta ?presente ?reunion|sesion|asamblea;"
                                   "?tambien estuvieron|estuvo|estaban|estaba|estan|esta presentes|presente;"
                                   "se encuentran|encuentra|encontraban presentes|presente",
        [PATTERN_EXCUSED_BEFORE] = "?se excusaron|excusan|excuso|excusa|disculparon|disculpan|disculpo|disculpa ?por ?su "
                                   "asistencia|ausencia|inasistencia|presencia;"
                                   "se excusaron|excusan|excuso|excusa|disculparon|disculpan|disculpo|disculpa",
        [PATTERN_ABSENT_BEFORE] = "no asistieron|asisten|asistio|asiste;?se estuvieron|estuvo|estaban|encuentran ausentes|ausente;"
                                  "faltaron|falto",
        [PATTERN_PRESENT_AFTER] = "?tambien asistieron|asistio|asisten|asiste ?a ?la|esta ?presente ?reunion|sesion|asamblea;"
                                  "estuvieron|estuvo|estaban|estan|esta ?tambien presentes|presente",
        [PATTERN_EXCUSED_AFTER] = "?se excusaron|excusan|excuso|excusa|disculparon|disculpan|disculpo|disculpa ?por ?su "
                                  "asistencia|ausencia|inasistencia|presencia;"
                                  "se excusaron|excusan|excuso|excusa|disculparon|disculpan|disculpo|disculpa",
        [PATTERN_ABSENT_AFTER] = "no asistieron|asistio|asisten|asiste ?a ?la|esta ?reunion|sesion|asamblea;"
                                 "estuvieron|estuvo|estaban ausentes|ausente;no estuvieron|estuvo presentes|presente",
        [PATTERN_BODY_MEMBERS] = "concejales|concejalas|ediles|regidores|regidoras|vocales ?asistentes",
        [PATTERN_JOINED] = "desde|llegada|llega;?se incorpora|incorporo",
        [PATTERN_LEFT] = "hasta|salida|sale;?se ausenta|ausento|retira|retiro|marcha",
        [PATTERN_REPORTS] = "debate|debaten|debatio|debatieron|discute|discuten|discutio|discutieron|hablan|habla|hablo|hablaron|"
                            "preguntan|preguntaron|acuerdan|acordaron|deciden|decide|decidio|decidieron|votan|vota|voto|"
                            "votaron|aprueba|aprueban|aprobo|aprobaron|valora|valoran|valoro|valoraron|piden|pidieron|"
                            "agradecen|proponen|comentan|expresan|expresaron|intervienen|intervino|intervinieron|toman;"
                            "pregunta|pregunto|informa|informo|explica|explico|indica|indico|agradece|agradecio|propone|propuso|"
                            "senala|senalo|comenta|comento|responde|respondio|presenta|presento|abre|abrio|cierra|cerro|"
                            "levanta|levanto|acuerda|acordo|expone|expuso|manifiesta|manifesto|solicita|solicito|pide|pidio|"
                            "recuerda|recordo|anade|anadio|toma|tomo;"
                            "se levanta|levanto|cierra|cerro|abre|abrio|suspende",
        [PATTERN_MINUTED] = "se informa|comenta|propone|debate|acuerda|plantea|senala|indica|recuerda|explica|constata|produce|"
                            "abre|discute|decide|hace|aprueba|da|procede|expone|pregunta|solicita|informo|comento|propuso|"
                            "debatio|acordo|planteo|senalo|indico|recordo|explico|constato|produjo|abrio|discutio|decidio|"
                            "hizo|aprobo|dio|procedio|expuso;"
                            "no hay|hubo ?mas|otras|ninguna preguntas|comentarios|objeciones|intervenciones|observaciones;"
                            "sin ?mas preguntas|comentarios|objeciones|intervenciones;"
                            "tras un|una|el|la ?breve|largo|larga|amplio|intenso debate|discusion|deliberacion;"
                            "ninguna pregunta|objecion|intervencion",
        [PATTERN_GATHERED] = "?todos|todas|varios|varias|algunos|algunas|muchos|los|las ?los|las miembros|asistentes|presentes|"
                             "vecinos|vecinas|socios|socias|concejales|vocales|participantes|padres|madres;"
                             "el|la pleno|junta|asamblea|comite|consejo|grupo|comision|claustro|ayuntamiento|senado;todos",
        [PATTERN_SPOKEN] = "yo|nosotros|nosotras|mi|mis|nuestro|nuestra|nuestros|nos|me|usted|ustedes|tu",
        [PATTERN_MINUTED_PARTICIPLE] = "presentado|presentada|leido|leida|aprobado|aprobada|expuesto|expuesta|debatido|"
                                       "debatida|aplazado|aplazada|suspendida|reanudada",
        [PATTERN_SESSION] = "sesion|reunion|pleno|junta",
        [PATTERN_OWN_MEETING] = "sesion|reunion|asamblea|junta|pleno",
        [PATTERN_KIND_OF_MEETING] = "?acta ?de|del ?la sesion|reunion|asamblea|pleno|junta ?general ?publica ?ordinaria|ordinario|"
                                    "extraordinaria|extraordinario|mensual ?de|del",
        [PATTERN_COMMON_BODY] = "junta|directiva|consejo|administracion|asamblea|general|ordinaria|extraordinaria|de|"
                                "comite|ejecutivo|patronato|socios|reunion|la",
        [PATTERN_ROOM] = "salon|sala|ayuntamiento|casa|centro|local|biblioteca|colegio|iglesia|hotel|calle|avenida|plaza",
        [PATTERN_REPRESENTS] = "de",
        [PATTERN_REPRESENTED] = "representado|representada|representados|representadas",
        [PATTERN_GIVES_PROXY] = "delega",
        [PATTERN_BORN] = "nacida|nacido",
        [PATTERN_BESIDES] = "mas|y|unos|unas|aproximadamente|otros|otras;ademas de;alrededor de",
        [PATTERN_HEAD_OF] = "jefe|jefa|encargado|encargada|responsable de|del",
        [PATTERN_AS] = "como;en calidad de",
        [PATTERN_PUBLIC] = "publico|vecin*|oyentes",
        [PATTERN_PEOPLE] = "personas|persona|invitad*|miembros|miembro|visitantes|vecin*|observador*|socios|socias|asistentes|padres|madres|delegad*",
        [PATTERN_BESIDE_OFFICE] = "el|la|los|las|de|del|general|municipal|primer|primera|segundo|segunda|teniente|senor|senora|"
                                  "sr|sra|don|dona|en|funciones|accidental",
        [PATTERN_DEPARTMENT] = "parques|jardines|investigacion|desarrollo|urbanismo|obras|hacienda|cultura|deportes|"
                               "educacion|servicios|movilidad|juventud|vivienda|comunicacion|economia|empleo",
        [PATTERN_REMOTE] = "?por|via|en|de|a ?forma telefono|telefonica|telefonicamente|video|videollamada|videoconferencia|remoto|"
                           "remota|remotamente|linea|online|telematica|telematico|telematicamente|virtual|virtualmente|"
                           "distancia|zoom|teams|conectado|conectada",
        [PATTERN_IN_PERSON] = "?de ?forma|manera presencial|presencialmente|fisica|fisicamente|sala;"
                              "en persona|sala",
        [PATTERN_PRONOUNS] = "el|ella",
        [PATTERN_ORGANIZATION_ARTICLE] = "la|los|las",
        [PATTERN_LED_BY] = "presidida|presidido|presididos|presididas|dirigida por;bajo la presidencia|direccion de|del;preside ?la ?reunion|sesion|junta|asamblea",
        [PATTERN_ACTS_AS_SECRETARY] = "actua|actuando|actuo|ejerce|ejerciendo ?como|de secretario|secretaria ?el|la ?administrador|administradora",
        [PATTERN_AMONG] = "entre ellos|ellas|los|las;incluidos|incluidas|incluyendo",
        [PATTERN_CHAIR] = "alcalde-presidente|alcaldesa-presidenta|presidente|presidenta|presidencia|preside",
        [PATTERN_MINUTE_TAKER] = "levanta|toma ?el acta|notas;"
                                 "secretario|secretaria de actas;"
                                 "redact*",
        [PATTERN_MODERATOR] = "modera|moderador*",
        [PATTERN_HOST] = "anfitrion*",
        [PATTERN_PRESENTER] = "ponente*",
        [PATTERN_OBSERVER] = "observador*|oyente*",
        [PATTERN_GUEST] = "invitad*",
        [PATTERN_MEMBER] = "miembro*",
        [PATTERN_FAMILY_NAME_COLUMN] = "apellido*",
        [PATTERN_ABBREVIATION_COLUMN] = "iniciales",
        [PATTERN_ORGANIZATION_COLUMN] = "entidad|organizacion|empresa",
        [PATTERN_STATUS_COLUMN] = "asistencia|presente|asiste|asistio|presencia|participa|participacion|estado",
        [PATTERN_ROLE_COLUMN] = "cargo|rol",
        [PATTERN_NAME_COLUMN] = "nombre|nombres|asistente*|miembro*|concejal*|vocal|vocales|socio*|socia*|propietario*|propietaria*|participante*",
        [PATTERN_MODE_COLUMN] = "modalidad|modo|forma",
        [PATTERN_REASON] = "motivo|motivos|asunto|asuntos|baja|viaje|vacaciones|compromiso|compromisos|enfermedad|permiso|duelo",
        [PATTERN_EXCUSED_CELL] = "excusado|excusada|excusa|disculpado|disculpada|disculpa|justificado|justificada|permiso|delega*|baja|enfermo|enferma|enfermedad|vacaciones|viaje|"
                                 "excuso",
        [PATTERN_ABSENT_CELL] = "no ?asiste|asistio|presente|acude|acudio;"
                                "ausente|ausencia|falta|falto|inasistente",
        [PATTERN_PRESENT_CELL] = "si|s|presente|asiste|asistio|acude|acudio",
        [PATTERN_RESOLUTION] = "resol*",
        [PATTERN_RESOLVED_THAT] = "acordado|decidido ?por ?unanimidad que",
        [PATTERN_AGREED_TO] = "acordado|decidido ?por ?unanimidad *ar|*er|*ir",
        [PATTERN_AGREED_ALONE] = "acordado|acordada|convenido|convenida|decidido|decidida;se acuerda;?todos de acuerdo;asi se acuerda",
        [PATTERN_CONSENSUS] = "consens*",
        [PATTERN_MOTION_LABEL] = "mocion|enmienda",
        [PATTERN_PROPOSAL_LABEL] = "propuesta ?de ?acuerdo",
        [PATTERN_DECISIONS_HEADING] = "acuerdos|decisiones|resoluciones ?adoptados|adoptadas|tomados|tomadas|"
                                      "relevantes",
        [PATTERN_NUMBER] = "num",
        [PATTERN_MOVES] = "presenta|presento|formula|formulo|hace una|la mocion|propuesta|enmienda|contrapropuesta|contramocion",
        [PATTERN_PROPOSES] = "propone|propuso",
        [PATTERN_IS_PROPOSED] = "se propone|propuso|proponen;"
                                "la|el junta|asamblea|consejo|pleno|comision propone",
        [PATTERN_MOVED_BY] = "propuesto|propuesta por|de",
        [PATTERN_OF_MOVER] = "por|de",
        [PATTERN_SECONDS] = "secunda|secundado|secundada|apoyado",
        [PATTERN_SECONDED] = "secunda|secundado",
        [PATTERN_BY] = "por",
        [PATTERN_NO_RESULT] = "retirada|retirado de|del",
        [PATTERN_NO_DECISION] = "ninguna decision;no se acuerda|acordo|decide|decidio|resuelve|resolvio|aprueba|aprobo nada;ningun acuerdo;no se tomo|tomaron|adopto|adoptaron ninguna|ningun|decisiones|acuerdos ?decision|acuerdo",
        [PATTERN_GOES_ON] = "sigamos|continuemos trabajando|discutiendo|debatiendo",
        [PATTERN_CASTING_VOTE] = "voto de calidad",
        [PATTERN_TWO_THIRDS] = "dos tercios",
        [PATTERN_THREE_QUARTERS] = "tres cuartos|cuartas",
        [PATTERN_NO_MAJORITY] = "no se alcanza|alcanzo|obtiene|obtuvo la|el mayoria|quorum",
        [PATTERN_MODAL] = "si",
        [PATTERN_VOTED_NOUN] = "contrapropuesta|contramocion|mocion|enmienda",
        [PATTERN_BUSINESS_NOUN] = "propuesta|decision|cuestion|contrato|ordenanza|acta|cuentas|presupuesto|punto|tema|asunto|solicitud|proyecto|orden",
        [PATTERN_ALL_MOTIONS] = "ambas|todas|las ?las|dos|tres mociones|propuestas",
        [PATTERN_PASSIVE] = "es|son|se|ha|han|fue|fueron|queda|quedan|quedo|quedaron|resulta|resulto",
        [PATTERN_DEFERS] = "postergar|posterga|postergo;"
                           "dejar|deja|dejo ?el|la|este ?asunto|punto|tema|propuesta|mocion ?pendiente sobre|en la|suspenso ?mesa",
        [PATTERN_POSTPONES] = "aplazar|aplaza|aplazo|aplazamiento|posponer|pospone|pospuso|diferir|difiere",
        [PATTERN_DECIDED_PERFECT] = "aprobado|aprobada|acordado|rechazado|rechazada|sido|decidido|elegido|elegida|denegado|aplazado",
        [PATTERN_AUXILIARY] = "habia|habian",
        [PATTERN_REJECTS] = "vota|voto|votan|votaron|pronuncia|pronuncio ?en contra;"
                            "informe|dictamen desfavorable;"
                            "rechazar|rechaza|rechazo|denegar|deniega|denego|desestimar|desestima|desestimo;"
                            "no aprobar|aceptar|adoptar|autorizar|conceder|aprueba|acepta",
        [PATTERN_MATTER] = "punto|puntos|asunto|tema|cuestion|decision|acuerdo|votacion|mocion|propuesta|enmienda|debate|"
                           "discusion|eleccion|elecciones|aprobacion|solicitud|resolucion",
        [PATTERN_GENERAL] = "punto|asunto|tema|cuestion|solicitud|decision|acuerdo|recomendacion|esta|este|esto|todos|todas|"
                            "miembros|presentes|asistentes|socios|socias|vecinos|vecinas|concejales|junta|asamblea|pleno|"
                            "consejo|comite|comision|sesion|mayoria|quorum|debate|discusion|deliberacion|tras|asi|pues|"
                            "entonces|luego|tambien|finalmente|unanimidad|unanimemente|mano|alzada|consenso|asentimiento|"
                            "resultado|queda|quedan|quedo|resulta|votos|voto",
        [PATTERN_PRONOUN] = "esta|este|esto|ella|ello",
        [PATTERN_LATTER] = "ultimo|ultima",
        [PATTERN_COUNTER] = "contrapropuesta|contrapropuestas|contra-propuesta|contraproposicion|contramocion;propuesta|mocion alternativa;mocion|propuesta sustitutiva|sustitutoria;mocion de sustitucion",
        [PATTERN_SUBSTITUTE] = "mocion|propuesta sustitutiva|sustitutoria;mocion de sustitucion",
        [PATTERN_ORIGINAL_MOTION] = "mocion|propuesta original|inicial|principal;primera mocion|propuesta",
        [PATTERN_OF_MATTER] = "de|del|sobre|para|relativa|que",
        [PATTERN_RELATIVE] = "que|cuyo|cuya",
        [PATTERN_RESULT_REASON] = "por ?el|la|su proponente|autor|autora|solicitante;por|con #;por falta|mayoria",
        [PATTERN_APPROVES] = "se aprueba|aprueban|rechaza|rechazan|desestima|desestiman|aplaza|aplazan|pospone|posponen|deniega|retira;"
                             "no se aprueba|aprueban",
        [PATTERN_AMENDMENT] = "enmienda|enmiendas",
        [PATTERN_ELECTED_TO] = "elegido|elegida|reelegido|reelegida|unanimidad",
        [PATTERN_RESULT_LABEL] = "resultado",
        [PATTERN_AMEND] = "enmendar|modificar|enmienda|modifica",
        [PATTERN_AMENDS] = "enmendar la mocion|propuesta",
        [PATTERN_SUBSIDIARY] = "pasar|paso ?directamente a ?la votacion;cerrar el debate;cierre del debate;mocion|propuesta de aplazamiento|suspension|cierre|procedimiento|orden;cuestion previa",
        [PATTERN_AMENDED_MOTION] = "mocion|propuesta principal;mocion|propuesta ?asi enmendada|modificada;mocion|propuesta con la|las enmienda|enmiendas",
        [PATTERN_AMENDED] = "?asi enmendada|enmendado;con ?la|las enmienda|enmiendas",
        [PATTERN_DECIDES] = "se acordo|aprobo|decidio;"
                            "se acuerda|decide|aprueba|resuelve|aprueban;"
                            "se|comision|junta|pleno|consejo|comite emite|emitio informe|dictamen favorable|desfavorable;"
                            "la|el asamblea|junta|pleno|consejo|comite acuerda|decide|aprueba|resuelve|aplaza|pospone|rechaza|deniega;"
                            "la|el asamblea|junta|pleno|consejo|comite rechazo|aprobo|acordo|decidio|denego|aplazo;"
                            "la|el asamblea|junta|pleno|consejo|comite vota|voto en|a contra|favor;"
                            "acuerda|acordo|decide|decidio|aprueba|rechaza ?por ?unanimidad la|el asamblea|junta|pleno|consejo|comite;"
                            "los|las miembros|concejales|socios|vecinos votan|votaron en contra",
        [PATTERN_REFUSES] = "la|el asamblea|junta|pleno|consejo|comite|comision no aprueba|aprobo|acepta|acepto|autoriza|autorizo",
        [PATTERN_NOT_ADOPTED] = "no aprobado|aprobada|acordado|acordada|adoptado|adoptada|aceptado|aceptada",
        [PATTERN_DECIDES_ALONE] = "acuerda|acuerdan|decide|deciden|resuelve ?por ?unanimidad *ar|*er|*ir|que",
        [PATTERN_OPINION] = "informe|dictamen favorable|desfavorable",
        [PATTERN_OPERATIVE] = "acepta|acuerda|adopta|adjudica|aprueba|autoriza|concede|crea|declara|delega|deniega|"
                              "designa|encarga|faculta|fija|nombra|ordena|ratifica|rechaza|resuelve|solicita;"
                              "aceptar|acordar|adoptar|adjudicar|aprobar|autorizar|conceder|crear|declarar|delegar|denegar|"
                              "designar|encargar|facultar|fijar|nombrar|ordenar|ratificar|rechazar|solicitar|"
                              "comunicar|notificar|publicar|remitir",
        [PATTERN_DELIBERATED] = "tras|previa ?la ?oportuna|debida deliberacion;despues de deliberar;tras deliberar",
        [PATTERN_ELECTED] = "es|queda|fue|resulta|resulto ?por ?unanimidad elegido|elegida|reelegido|reelegida|nombrado|nombrada",
        [PATTERN_ELECTED_WORD] = "elegido|elegida|reelegido|reelegida|nombrado|nombrada",
        [PATTERN_MOTION] = "mocion|propuesta",
        [PATTERN_MINUTES] = "acta|actas",
        [PATTERN_VOTE] = "votacion|votos",
        [PATTERN_VOTE_NOUN] = "votacion",
        [PATTERN_BARE_VOTES] = "votos",
        [PATTERN_BEFORE_SCORE] = "por|con",
        [PATTERN_VOTED_SCORE] = "por # votos a|contra|frente ?a #",
        [PATTERN_POLL] = "sondeo|encuesta",
        [PATTERN_VOTE_ON] = "votacion|voto de|sobre la|esta|el mocion|propuesta|resolucion|acuerdo",
        [PATTERN_VOTE_HELD] = "alzada",
        [PATTERN_NOT_UNANIMOUS] = "unanimidad menos|salvo un|dos|tres|# voto|votos",
        [PATTERN_BY_MAJORITY] = "por mayoria",
        [PATTERN_UNTIL] = "hasta|para|a",
        [PATTERN_NO_SECOND] = "por falta de apoyo|secundante",
        [PATTERN_UNANIMOUSLY] = "?por unanimidad",
        [PATTERN_RESPONSE] = "?no ?hay|se|presentan|formulan sin|ninguna|ningun objecion|objeciones|alegacion|alegaciones|reparo|reparos|inconveniente;no se ponen|oponen|formulan objeciones|reparos|alegaciones;?informe|dictamen favorable|desfavorable",
        [PATTERN_APPLICATION] = "solicitud|solicitudes|expediente|licencia|peticion",
        [PATTERN_CONSENT] = "por asentimiento",
        [PATTERN_ELECTED_LABEL] = "?son|es|resultan|resulta|quedan elegido|elegidos|elegida|elegidas|electo|electos ?para ?la|el ?junta|consejo",
        [PATTERN_ELECTION_LABEL] = "resultado|resultados ?de ?la|las eleccion|elecciones;eleccion|elecciones;votos ?obtenidos",
        [PATTERN_CANDIDATE] = "candidato*|candidata*|candidatura*",
        [PATTERN_YES] = "?voto|votos|votan|votaron|vota a favor;"
                        "si",
        [PATTERN_NO] = "?voto|votos|votan|votaron|vota ?en contra",
        [PATTERN_ABSTAIN] = "?voto|votos ?en abstencion*|blancos|blanco;"
                            "se abstienen|abstiene|abstuvieron|abstuvo",
        [PATTERN_SCORE] = "votos a;?votos contra|frente ?a",
        [PATTERN_OUTCOME] = "informe|dictamen|presenta*|secund*|nombrad*|reeleg*|apoyado|votacion|votos|asentimiento|aprob*|aprueb*|eleg*|acept*|"
                            "rechaz*|denegad*|deniega|desestim*|abst*|decae|enmend*|enmienda*|decai*|decayo|aplaz*|pospu*|pospone|acuerda|acord*|resuelve|si|contra|mocion",
        [PATTERN_ACTION_HEADING] = "acciones|tareas|compromisos",
        [PATTERN_ACTION_FOR] = "para|de",
        [PATTERN_MOTION_TEXT] = "que",
        [PATTERN_TAKES_ON] = "se encarga|encargan|encargara|encargaran de|del",
        [PATTERN_REVIEW_HEADING] = "anteriores",
        [PATTERN_TASK_VERB] = "contactar|enviar|preparar|responder|revisar|crear|hacer|pedir|buscar|organizar|publicar",
        [PATTERN_DONE] = "hecho",
        [PATTERN_UNDONE] = "no|sin|parcialmente|casi|por|pendiente|sera|seran|parte|curso",
        [PATTERN_DUE_TIME] = "?la proxima|proximo reunion|semana",
        [PATTERN_BEFORE_WEEKDAY] = "el",
        [PATTERN_NOTES_COLUMN] = "notas",
        [PATTERN_ACTION_OWNER_COLUMN] = "quien|responsable",
        [PATTERN_ACTION_DUE_COLUMN] = "fecha|plazo|cuando|vencimiento",
        [PATTERN_ACTION_OWNER_LABEL] = "?persona encargado|encargada|encargados|encargadas|responsable|responsables;quien;a cargo ?de;asignado|asignada a",
        [PATTERN_ACTION_DUE_LABEL] = "plazo|vencimiento|cuando|fecha;fecha limite|prevista|tope;fecha de entrega|vencimiento|cumplimiento;para cuando",
        [PATTERN_ACTION_STATUS_COLUMN] = "estado",
        [PATTERN_ACTION_TEXT_COLUMN] = "accion*|tarea*|que",
    },
};
/* clang-format on */
