package co.lindero.norm;

import co.lindero.norm.Norm.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan says in figures and regimes on one legal day, at one publication: its own and what it inherits. Immutable.
 *
 * <p>What a revision does not say it inherits: its norm replaces that of the same scope, quantity, operator and condition, its
 * rules on a use those of the same scope and category, its lines on an economic activity all lines on that class. A norm that a
 * revision cites without its figure replaces too: the older figure is no longer known to hold.
 */
public final class NormBook {
    private static final Comparator<Norm> IN_ORDER = Comparator.comparing(Norm::quantity)
            .thenComparing(Norm::operator)
            .thenComparing(Norm::condition, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Norm::id);
    private static final Comparator<UseRule> USES_IN_ORDER = Comparator.comparing(UseRule::category)
            .thenComparing(UseRule::regime)
            .thenComparing(UseRule::condition, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(UseRule::id);

    private final List<String> chain;
    private final List<Norm> municipal;
    private final Map<Scope, List<Norm>> byZone;
    /** By each of the two zones. */
    private final Map<Scope, List<Norm>> byEither;

    private final Map<Scope, List<UseRule>> uses;
    private final List<UseRule> municipalUses;
    private final Map<String, List<ActivityUse>> byActivity;
    private final Map<String, List<ActivityUse>> byCategory;
    private final Map<String, Condition> conditions = new HashMap<>();
    private final Set<String> themesWithNorms;
    private final Set<String> themesWithUses;

    private NormBook(List<String> chain, List<Norm> norms, List<UseRule> rules, List<ActivityUse> activities) {
        this.chain = List.copyOf(chain);
        List<Norm> ordered = norms.stream().sorted(IN_ORDER).toList();
        this.municipal = ordered.stream().filter(norm -> norm.scope() == null).toList();
        this.byEither = ordered.stream()
                .filter(norm -> norm.second() != null)
                .flatMap(norm -> Stream.of(norm.scope(), norm.second())
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .map(zone -> Map.entry(zone, norm)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
        this.byZone =
                group(ordered.stream().filter(norm -> norm.scope() != null && norm.second() == null), Norm::scope);
        List<UseRule> orderedRules = rules.stream().sorted(USES_IN_ORDER).toList();
        this.municipalUses =
                orderedRules.stream().filter(rule -> rule.scope() == null).toList();
        this.uses = group(orderedRules.stream().filter(rule -> rule.scope() != null), UseRule::scope);
        this.themesWithNorms = themes(Stream.concat(byZone.keySet().stream(), byEither.keySet().stream()));
        this.themesWithUses = themes(uses.keySet().stream());
        this.byActivity = group(activities.stream(), ActivityUse::ciiu);
        this.byCategory = group(activities.stream(), ActivityUse::category);
        Stream.concat(norms.stream().map(Norm::condition), rules.stream().map(UseRule::condition))
                .flatMap(Stream::ofNullable)
                .forEach(text -> conditions.computeIfAbsent(text, Condition::of));
    }

    private static <K, V> Map<K, List<V>> group(Stream<V> values, Function<V, @Nullable K> key) {
        return values.collect(Collectors.groupingBy(
                value -> Optional.ofNullable(key.apply(value)).orElseThrow(), Collectors.toUnmodifiableList()));
    }

    /**
     * Makes a book of what the plans of a chain say, each row valid on the day.
     *
     * @param chain codes of the plan and of those it inherits from, in that order
     */
    public static NormBook of(List<String> chain, List<Norm> norms, List<UseRule> uses, List<ActivityUse> activities) {
        return new NormBook(
                chain,
                newest(chain, norms, Norm::plan, NormBook::question),
                newest(chain, uses, UseRule::plan, rule -> List.of(text(rule.scope()), rule.category())),
                newest(chain, activities, ActivityUse::plan, ActivityUse::ciiu));
    }

    /** What a norm answers; of two zones neither is the first. */
    private static List<String> question(Norm norm) {
        List<String> zones =
                Stream.of(text(norm.scope()), text(norm.second())).sorted().toList();
        return List.of(
                zones.get(0),
                zones.get(1),
                norm.quantity().code(),
                norm.operator().symbol(),
                Optional.ofNullable(norm.condition()).orElse(""));
    }

    private static String text(@Nullable Scope scope) {
        return scope == null ? "" : scope.theme() + "\n" + scope.zone();
    }

    /** Leaves of the rows on one question those of the newest plan that speaks of it. */
    private static <T> List<T> newest(
            List<String> chain, List<T> rows, Function<T, String> plan, Function<T, ?> question) {
        Map<Object, List<T>> questions = new LinkedHashMap<>();
        rows.forEach(row -> questions
                .computeIfAbsent(question.apply(row), any -> new ArrayList<>())
                .add(row));
        List<T> left = new ArrayList<>();
        for (List<T> same : questions.values()) {
            int rank = same.stream()
                    .mapToInt(row -> chain.indexOf(plan.apply(row)))
                    .min()
                    .orElseThrow();
            same.stream().filter(row -> chain.indexOf(plan.apply(row)) == rank).forEach(left::add);
        }
        return left;
    }

    /** Returns the code of the plan that answers; empty where the municipality has none. */
    public Optional<String> plan() {
        return chain.stream().findFirst();
    }

    /** Tells whether a plan that states something is not the one that answers but one that it inherits from. */
    public boolean isInherited(String plan) {
        return !chain.isEmpty() && !chain.get(0).equals(plan);
    }

    /** Tells whether neither norm nor use rule is loaded. */
    public boolean isEmpty() {
        return municipal.isEmpty()
                && byZone.isEmpty()
                && byEither.isEmpty()
                && uses.isEmpty()
                && municipalUses.isEmpty();
    }

    /** Returns the norms of one zone. */
    public List<Norm> listNorms(Scope zone) {
        return byZone.getOrDefault(zone, List.of());
    }

    /** Returns the norms of the whole municipality. */
    public List<Norm> listMunicipal() {
        return municipal;
    }

    /** Returns the norms of two zones that are both among those present; whether they meet is for the caller to know. */
    public List<Norm> listTwoZone(Collection<Scope> present) {
        Set<Scope> there = Set.copyOf(present);
        return there.stream()
                .flatMap(zone -> byEither.getOrDefault(zone, List.of()).stream())
                .filter(norm -> there.contains(norm.scope()) && there.contains(norm.second()))
                .distinct()
                .sorted(IN_ORDER)
                .toList();
    }

    /** Returns the use rules of one zone, by category. */
    public List<UseRule> listUses(Scope zone) {
        return uses.getOrDefault(zone, List.of());
    }

    /** Counts the different regimes of each category among rules of one scope. */
    public static Map<String, Long> countRegimes(List<UseRule> rules) {
        return rules.stream()
                .map(rule -> Map.entry(rule.category(), rule.regime()))
                .distinct()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.counting()));
    }

    /** Returns the use rules of the whole municipality, by category. */
    public List<UseRule> listMunicipalUses() {
        return municipalUses;
    }

    /** Tells whether any norm or use rule speaks of a zone, alone or with another. */
    public boolean speaksOf(Scope zone) {
        return byZone.containsKey(zone) || uses.containsKey(zone) || byEither.containsKey(zone);
    }

    /** Returns the themes of whose zones some norm speaks, alone or with another. */
    public Set<String> themesWithNorms() {
        return themesWithNorms;
    }

    /** Returns the themes whose zones have use rules. */
    public Set<String> themesWithUses() {
        return themesWithUses;
    }

    private static Set<String> themes(Stream<Scope> zones) {
        return Collections.unmodifiableSet(new TreeSet<>(zones.map(Scope::theme).toList()));
    }

    /** Returns the pairs of themes of which norms of two zones speak, each as its two codes in order, with a space between. */
    public Set<String> themePairs() {
        return byEither.values().stream()
                .flatMap(List::stream)
                .map(norm -> Stream.of(norm.scope(), norm.second())
                        .flatMap(Stream::ofNullable)
                        .map(Scope::theme)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the zones of which norms of one zone or use rules speak. */
    public Set<Scope> zones() {
        return Stream.concat(byZone.keySet().stream(), uses.keySet().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the pairs of zones of which norms of two zones speak, each as they were written. */
    public Set<List<Scope>> zonePairs() {
        return byEither.values().stream()
                .flatMap(List::stream)
                .map(norm -> Stream.of(norm.scope(), norm.second())
                        .flatMap(Stream::ofNullable)
                        .toList())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns how many norms, rules and lines it holds, a measure of its size. */
    public int size() {
        return municipal.size() + municipalUses.size() + sum(byZone) + sum(byEither) + sum(uses) + sum(byActivity);
    }

    private static int sum(Map<?, ? extends List<?>> lists) {
        return lists.values().stream().mapToInt(List::size).sum();
    }

    /** Returns the use categories that an activity belongs to, by area; empty where the table does not list it. */
    public List<ActivityUse> listActivities(String ciiu) {
        return byActivity.getOrDefault(ciiu, List.of());
    }

    /** Returns the activities of a use category. */
    public List<ActivityUse> listActivitiesOf(String category) {
        return byCategory.getOrDefault(category, List.of());
    }

    /** Returns the activities that the table lists. */
    public Set<String> activities() {
        return new TreeSet<>(byActivity.keySet());
    }

    /** Returns the use categories that rules or the activity table name. */
    public Set<String> categories() {
        return Stream.of(
                        uses.values().stream().flatMap(List::stream).map(UseRule::category),
                        municipalUses.stream().map(UseRule::category),
                        byCategory.keySet().stream())
                .flatMap(Function.identity())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the condition of a norm; nothing where it always applies. */
    public Optional<Condition> findCondition(Norm norm) {
        return Optional.ofNullable(norm.condition()).map(conditions::get);
    }

    /** Returns the condition of a use rule; nothing where it has none. */
    public Optional<Condition> findCondition(UseRule rule) {
        return Optional.ofNullable(rule.condition()).map(conditions::get);
    }
}
