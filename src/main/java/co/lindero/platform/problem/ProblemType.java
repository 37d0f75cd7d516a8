package co.lindero.platform.problem;

/**
 * The catalogue of everything that can be refused or can fail, one constant each; {@code docs/errors.md} explains
 * every code and a test keeps the two in step.
 *
 * <p>Codes and statuses are a contract with callers: they may be added, never renamed.
 */
public enum ProblemType {
    INVALID_PARAMETER("invalid-parameter", 400, "Parámetro inválido", "Invalid parameter"),
    UNKNOWN_PARAMETER("unknown-parameter", 400, "Parámetro desconocido", "Unknown parameter"),
    MISSING_PARAMETER("missing-parameter", 400, "Falta un parámetro", "Missing parameter"),
    INVALID_REQUEST("invalid-request", 400, "Solicitud mal formada", "Malformed request"),
    INVALID_BODY("invalid-body", 400, "Cuerpo de la solicitud inválido", "Invalid request body"),
    INVALID_PARCEL_NUMBER("invalid-parcel-number", 400, "Número predial inválido", "Invalid parcel number"),
    INVALID_LICENCE_CHECK("invalid-licence-check", 400, "Consulta de licencia inválida", "Invalid licence check"),
    PARCEL_NOT_FOUND("parcel-not-found", 404, "Predio no encontrado", "Parcel not found"),
    PROJECT_NOT_FOUND("project-not-found", 404, "Proyecto no encontrado", "Project not found"),
    PLAN_NOT_FOUND("plan-not-found", 404, "Plan no encontrado", "Plan not found"),
    UNKNOWN_USE("unknown-use", 404, "Uso desconocido", "Unknown use"),
    NO_PLAN_IN_FORCE("no-plan-in-force", 404, "Sin plan vigente en la fecha", "No plan in force on that date"),
    PUBLICATION_NOT_FOUND("publication-not-found", 404, "Publicación no encontrada", "Publication not found"),
    LOAD_NOT_FOUND("load-not-found", 404, "Carga no encontrada", "Load not found"),
    CHECK_NOT_FOUND("check-not-found", 404, "Revisión de licencia no encontrada", "Licence check not found"),
    NOT_FOUND("not-found", 404, "No existe", "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Método no permitido", "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", 406, "Formato no disponible", "Not acceptable"),
    REQUEST_TOO_LARGE("request-too-large", 413, "Solicitud demasiado grande", "Request too large"),
    URI_TOO_LONG("uri-too-long", 414, "Dirección demasiado larga", "Address too long"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Tipo de contenido no admitido", "Unsupported media type"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Demasiadas solicitudes", "Too many requests"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "Encabezados demasiado grandes", "Headers too large"),
    REFUSED("refused", 422, "Rechazado por una regla", "Refused by a rule"),
    PLAN_CONFLICT("plan-conflict", 409, "El plan entra en conflicto con otro", "Plan conflicts with another"),
    DATASET_CONFLICT("dataset-conflict", 409, "El conjunto de datos entra en conflicto", "Dataset conflict"),
    PUBLISHING_BUSY("publishing-busy", 409, "Hay otra publicación en curso", "Another publication is under way"),
    SOURCE_UNREADABLE("source-unreadable", 422, "El archivo no se puede leer", "The file cannot be read"),
    CRS_UNKNOWN("crs-unknown", 422, "Sistema de coordenadas desconocido", "Unknown coordinate reference system"),
    CRS_IMPLAUSIBLE("crs-implausible", 422, "Coordenadas imposibles", "Impossible coordinates"),
    MAPPING_INVALID("mapping-invalid", 422, "La asignación de campos no es válida", "Invalid mapping"),
    CRITERIA_INVALID("criteria-invalid", 422, "Criterios inválidos", "Invalid criteria"),
    CASES_INVALID("cases-invalid", 422, "Los casos del plan no son válidos", "Invalid plan cases"),
    TARGETS_INVALID("targets-invalid", 422, "Las metas del plan no son válidas", "Invalid targets of a plan"),
    CASES_FAIL("cases-fail", 422, "Los casos del plan fallan", "Plan cases fail"),
    LOAD_REFUSED("load-refused", 422, "Carga rechazada", "Load refused"),
    CONFIGURATION_INVALID("configuration-invalid", 500, "Configuración inválida", "Invalid configuration"),
    ENVIRONMENT("environment", 503, "El entorno no está listo", "The environment is not ready"),
    INTERNAL("internal-error", 500, "Error interno", "Internal error"),
    DATABASE_UNAVAILABLE("database-unavailable", 503, "Base de datos no disponible", "Database unavailable"),
    NOT_READY("not-ready", 503, "El servicio aún no está listo", "The service is not ready yet"),
    TIMEOUT("timeout", 503, "Tiempo agotado", "Timed out"),
    OVERLOADED("overloaded", 503, "Servicio saturado", "Overloaded");

    private final String code;
    private final int status;
    private final String titleEs;
    private final String titleEn;

    ProblemType(String code, int status, String titleEs, String titleEn) {
        this.code = code;
        this.status = status;
        this.titleEs = titleEs;
        this.titleEn = titleEn;
    }

    /** Returns the stable kebab-case code. */
    public String code() {
        return code;
    }

    /** Returns the HTTP status this problem is answered with. */
    public int status() {
        return status;
    }

    /** Returns the title, the same for every occurrence, in the language asked for. */
    public String title(Language language) {
        return language == Language.EN ? titleEn : titleEs;
    }
}
