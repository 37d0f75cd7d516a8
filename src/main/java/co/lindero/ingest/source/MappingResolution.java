package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applies one mapping to one layer and collects everything that does not fit. */
final class MappingResolution {
    private static final int SHAPEFILE_NAME = 10;
    private static final List<String> OF_FIGURES = List.of("quantity", "operator", "value");

    private static final Set<String> KEYS_OF_PROJECTS = Set.of("code", "bpin");

    private final Mapping mapping;
    private final LoadKind kind;
    private final LayerInfo layer;
    private final PersonalColumns personal;
    private final List<Problem.Fault> faults;

    MappingResolution(Mapping mapping, LoadKind kind, LayerInfo layer, PersonalColumns personal) {
        this.mapping = mapping;
        this.kind = kind;
        this.layer = layer;
        this.personal = personal;
        this.faults = new ArrayList<>(mapping.faults());
    }

    ResolvedMapping resolve() {
        mapping.fields().forEach((target, rule) -> requireTarget(target, "fields." + target, rule.where()));
        mapping.values().keySet().forEach(target -> requireTarget(target, "values." + target, mapping.name()));
        List<ResolvedField> fields = new ArrayList<>();
        for (Target target : kind.targets()) {
            resolve(target).ifPresentOrElse(fields::add, () -> requireIfNeeded(target));
        }
        requireKey(fields);
        Map<String, List<String>> only = only();
        List<Mapping.FigureRule> figures = figures();
        if (!faults.isEmpty()) {
            throw problem();
        }
        List<String> hidden = personal.list(kind, layer);
        return new ResolvedMapping(kind, mapping.name(), fields, attributes(fields, hidden), hidden, only, figures);
    }

    /** A project is told by its code, or by its BPIN where it has none: without both no record can be one. */
    private void requireKey(List<ResolvedField> fields) {
        boolean keyed = fields.stream().map(ResolvedField::target).anyMatch(KEYS_OF_PROJECTS::contains);
        if (kind == LoadKind.PROJECTS && !keyed && faults.isEmpty()) {
            String has = columns();
            fault(
                    "required-field",
                    "fields.code, fields.bpin: ninguna columna dice el código del proyecto ni su BPIN; la capa tiene: "
                            + has,
                    "fields.code, fields.bpin: no column tells the code of the project or its BPIN; the layer has: "
                            + has,
                    mapping.name());
        }
    }

    private String columns() {
        return layer.fields().stream()
                .map(FieldInfo::name)
                .filter(name -> !personal.isPersonal(kind, name))
                .collect(Collectors.joining(", "));
    }

    /** Finds how a mapping would feed one target, whatever becomes of the others. */
    static Optional<ResolvedField> propose(
            Mapping mapping, LoadKind kind, LayerInfo layer, PersonalColumns personal, Target target) {
        return new MappingResolution(mapping, kind, layer, personal).resolve(target);
    }

    private Optional<ResolvedField> resolve(Target target) {
        FieldRule rule = mapping.fields().get(target.name());
        if (rule == null) {
            return Optional.empty();
        }
        if (rule instanceof FieldRule.Constant constant) {
            return Optional.of(field(target, List.of(), constant.value()));
        }
        List<String> columns = rule instanceof FieldRule.Joined joined
                ? joined(target, joined)
                : first(target, (FieldRule.Column) rule);
        return columns.isEmpty() ? Optional.empty() : Optional.of(field(target, columns, null));
    }

    private ResolvedField field(Target target, List<String> columns, @Nullable String constant) {
        Map<String, String> values = mapping.values().getOrDefault(target.name(), Map.of());
        List<String> domain = mapping.domains().getOrDefault(target.name(), List.of());
        Map<String, String> folded = new LinkedHashMap<>();
        if (constant == null) {
            domain.stream()
                    .flatMap(name -> Domains.translation(name).entrySet().stream())
                    .forEach(entry -> folded.putIfAbsent(entry.getKey(), entry.getValue()));
        }
        return new ResolvedField(target.name(), target.type(), columns, constant, values, folded);
    }

    private Map<String, List<String>> only() {
        Map<String, List<String>> only = new LinkedHashMap<>();
        for (Mapping.Condition condition : mapping.only()) {
            String path = "only." + condition.column();
            Optional<String> column = layer.findField(condition.column()).map(FieldInfo::name);
            column.ifPresentOrElse(
                    name -> {
                        refusePersonal(path, name, condition.where());
                        only.put(name, condition.values());
                    },
                    () -> missing(path, condition.column(), condition.where()));
        }
        return only;
    }

    /** The columns of figures, by their names in the file. */
    private List<Mapping.FigureRule> figures() {
        List<Mapping.FigureRule> figures = new ArrayList<>();
        for (Mapping.FigureRule rule : mapping.figures()) {
            String path = "quantities." + rule.column();
            if (kind != LoadKind.NORMS) {
                fault(
                        "unknown-key",
                        path + ": quantities solo vale para norms",
                        path + ": quantities is for norms only",
                        rule.where());
            }
            layer.findField(rule.column())
                    .map(FieldInfo::name)
                    .ifPresentOrElse(
                            name -> {
                                refusePersonal(path, name, rule.where());
                                figures.add(new Mapping.FigureRule(name, rule.stated(), rule.nothing(), rule.where()));
                            },
                            () -> missing(path, rule.column(), rule.where()));
        }
        if (!figures.isEmpty()) {
            OF_FIGURES.stream()
                    .filter(mapping.fields()::containsKey)
                    .forEach(target -> fault(
                            "repeated-key",
                            "fields." + target + ": lo dice quantities; quite uno de los dos",
                            "fields." + target + ": quantities says it; take one of them out",
                            mapping.fields().get(target).where()));
        }
        return figures;
    }

    private List<String> first(Target target, FieldRule.Column rule) {
        List<String> found = rule.names().stream()
                .flatMap(name -> find(target, name).stream())
                .filter(name -> mapping.strictness() == Mapping.Strictness.STRICT || !personal.isPersonal(kind, name))
                .limit(1)
                .toList();
        if (found.isEmpty() && mapping.strictness() == Mapping.Strictness.STRICT) {
            missing("fields." + target.name(), String.join(", ", rule.names()), rule.where());
        }
        found.forEach(name -> refusePersonal("fields." + target.name(), name, rule.where()));
        return found;
    }

    private List<String> joined(Target target, FieldRule.Joined rule) {
        List<String> found = new ArrayList<>();
        for (String name : rule.names()) {
            Optional<String> column = find(target, name);
            column.ifPresent(found::add);
            if (column.isEmpty() && mapping.strictness() == Mapping.Strictness.STRICT) {
                missing("fields." + target.name(), name, rule.where());
            }
        }
        found.forEach(name -> refusePersonal("fields." + target.name(), name, rule.where()));
        return found;
    }

    private Optional<String> find(Target target, String column) {
        Optional<String> found = layer.findField(column).map(FieldInfo::name);
        boolean mayBeCut = mapping.strictness() == Mapping.Strictness.LENIENT && column.length() > SHAPEFILE_NAME;
        return mayBeCut && !belongsToAnother(target, cut(column))
                ? found.or(() -> layer.findField(cut(column)).map(FieldInfo::name))
                : found;
    }

    /** Whether a name cut off after ten characters may as well be one of a target before this: then it is that one's. */
    private boolean belongsToAnother(Target target, String cut) {
        return kind.targets().stream()
                .takeWhile(before -> !before.equals(target))
                .flatMap(before -> Optional.ofNullable(mapping.fields().get(before.name())).stream())
                .filter(FieldRule.Column.class::isInstance)
                .flatMap(rule -> ((FieldRule.Column) rule).names().stream())
                .anyMatch(name -> cut(name).equalsIgnoreCase(cut));
    }

    private static String cut(String name) {
        return name.length() > SHAPEFILE_NAME ? name.substring(0, SHAPEFILE_NAME) : name;
    }

    private List<String> attributes(List<ResolvedField> fields, List<String> hidden) {
        if (!kind.keepsAttributes()) {
            return List.of();
        }
        Set<String> taken = fields.stream()
                .filter(field ->
                        field.columns().size() == 1 && field.foldedValues().isEmpty())
                .flatMap(field -> field.columns().stream())
                .collect(Collectors.toCollection(HashSet::new));
        taken.addAll(hidden);
        return layer.fields().stream()
                .map(FieldInfo::name)
                .filter(name -> !taken.contains(name))
                .toList();
    }

    private void requireTarget(String target, String path, String where) {
        if (kind.findTarget(target).isEmpty()) {
            String allowed = kind.targets().stream().map(Target::name).collect(Collectors.joining(", "));
            fault(
                    "unknown-target",
                    path + ": no hay un campo «" + target + "»; se admite: " + allowed,
                    path + ": there is no field '" + target + "'; allowed: " + allowed,
                    where);
        }
    }

    private void requireIfNeeded(Target target) {
        boolean told = faults.stream().anyMatch(fault -> fault.detailEn().startsWith("fields." + target.name() + ":"));
        boolean saidByFigures = !mapping.figures().isEmpty()
                && (OF_FIGURES.contains(target.name())
                        || mapping.figures().stream()
                                .allMatch(rule -> rule.stated().containsKey(target.name())));
        if (target.required() && !told && !saidByFigures) {
            fault(
                    "required-field",
                    "fields." + target.name() + ": este campo es obligatorio y no tiene columna",
                    "fields." + target.name() + ": this field is required and has no column",
                    mapping.name());
        }
    }

    private void missing(String path, String columns, String where) {
        String has = columns();
        fault(
                "unknown-column",
                path + ": la capa no tiene la columna «" + columns + "»; tiene: " + has,
                path + ": the layer has no column '" + columns + "'; it has: " + has,
                where);
    }

    private void refusePersonal(String path, String column, String where) {
        if (personal.isPersonal(kind, column)) {
            fault(
                    "personal-column",
                    path + ": «" + column + "» es un dato personal y no se carga",
                    path + ": '" + column + "' is personal data and is not loaded",
                    where);
        }
    }

    private void fault(String code, String spanish, String english, String where) {
        faults.add(new Problem.Fault(code, spanish, english, where));
    }

    private Problem problem() {
        Problem problem = Problem.of(
                        ProblemType.MAPPING_INVALID,
                        "La asignación «" + mapping.name() + "» no sirve para la capa «" + layer.name() + "»: "
                                + faults.stream()
                                        .map(f -> f.where() + ": " + f.detailEs())
                                        .collect(Collectors.joining("; "))
                                + ".",
                        "The mapping '" + mapping.name() + "' does not fit the layer '" + layer.name() + "': "
                                + faults.stream()
                                        .map(f -> f.where() + ": " + f.detailEn())
                                        .collect(Collectors.joining("; "))
                                + ".")
                .hint(
                        "lindero inspect propone una asignación para el archivo.",
                        "lindero inspect proposes a mapping for the file.");
        faults.forEach(problem::fault);
        return problem;
    }
}
