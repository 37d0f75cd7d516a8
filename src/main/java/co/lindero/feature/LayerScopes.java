package co.lindero.feature;

import co.lindero.feature.FeatureLayer.Identity;
import co.lindero.feature.LayerStore.Speaking;
import co.lindero.feature.Layers.Attribute;
import co.lindero.feature.Layers.Loaded;
import co.lindero.law.Bilingual;
import co.lindero.plan.Plan;
import co.lindero.plan.PlanStore;
import co.lindero.plan.Theme;
import co.lindero.plan.ThemeCatalogue;
import co.lindero.publication.Publication;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which collections there are, and keeps it: what holds at a publication on a day never changes. Thread-safe.
 */
public final class LayerScopes {
    private static final int KEPT = 200;

    private final LayerStore layers = new LayerStore();
    private final PlanStore plans;
    private final Cache<Key, LayerScope> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    public LayerScopes(PlanStore plans) {
        this.plans = plans;
    }

    private record Key(String municipality, LocalDate on, long publication) {}

    /** Returns the municipalities that anything is held of. */
    List<String> listMunicipalities(Handle handle, long at) {
        return layers.listMunicipalities(handle, at);
    }

    /** Returns the collections of a municipality on a day, as known at a publication. */
    public LayerScope get(Handle handle, String municipality, LocalDate on, Publication known) {
        Key key = new Key(municipality, on, known.number());
        LayerScope scope = kept.getIfPresent(key);
        if (scope == null) {
            scope = read(handle, key, known);
            kept.put(key, scope);
        }
        return scope;
    }

    /** Returns the collections of a municipality on a day at a publication, where they are kept. */
    Optional<LayerScope> find(String municipality, LocalDate on, long publication) {
        return Optional.ofNullable(kept.getIfPresent(new Key(municipality, on, publication)));
    }

    private LayerScope read(Handle handle, Key key, Publication known) {
        long at = known.number();
        List<String> chain = plans.findChain(handle, key.municipality, null, key.on, at);
        List<FeatureLayer> found = new ArrayList<>();
        Map<String, Boolean> loaded = layers.listLoaded(handle, key.municipality, at);
        for (Loaded one : Loaded.values()) {
            Boolean demonstration = loaded.get(one.kind());
            if (demonstration != null) {
                found.add(one.layer(demonstration));
            }
        }
        if (!chain.isEmpty()) {
            found.addAll(themes(handle, key, chain));
        }
        return new LayerScope(
                key.municipality, key.on, known, layers.findTerritoryState(handle, key.municipality, at), chain, found);
    }

    private List<FeatureLayer> themes(Handle handle, Key key, List<String> chain) {
        List<Speaking> speaking = layers.listSpeaking(handle, key.municipality, chain, key.publication);
        Map<String, List<Speaking>> byTheme = speaking.stream()
                .collect(Collectors.groupingBy(Speaking::theme, LinkedHashMap::new, Collectors.toList()));
        Map<Integer, List<Attribute>> attributes = layers.listAttributes(
                handle, speaking.stream().map(Speaking::layer).toList(), key.on, key.publication);
        Map<String, Plan> known = plans.listPlans(handle, key.municipality, key.publication).stream()
                .collect(Collectors.toMap(Plan::code, plan -> plan, (one, same) -> one));
        Map<String, Theme> described = new LinkedHashMap<>();
        plans.listThemes(handle, key.municipality, chain, key.publication)
                .forEach(theme -> described.merge(theme.code(), theme, (a, b) -> first(chain, a, b)));
        return byTheme.entrySet().stream()
                .map(entry -> theme(
                        entry.getKey(),
                        entry.getValue(),
                        described.get(entry.getKey()),
                        new Context(key.municipality, chain, attributes, known)))
                .sorted(Comparator.comparing(FeatureLayer::id))
                .toList();
    }

    private static Theme first(List<String> chain, Theme one, Theme other) {
        return chain.indexOf(one.plan()) <= chain.indexOf(other.plan()) ? one : other;
    }

    private record Context(
            String municipality,
            List<String> chain,
            Map<Integer, List<Attribute>> attributes,
            Map<String, Plan> plans) {}

    private static FeatureLayer theme(String code, List<Speaking> speaking, @Nullable Theme theme, Context context) {
        List<String> chain = context.chain;
        Map<String, Object> arguments = speaking.size() == 1 && !speaking.get(0).revised()
                ? Map.of("layer", speaking.get(0).layer())
                : Map.of("layers", speaking.stream().map(Speaking::layer).toList(), "chain", chain, "theme", code);
        Bilingual title = ThemeCatalogue.find(code)
                .map(ThemeCatalogue.Shipped::title)
                .map(shipped -> theme == null ? shipped : new Bilingual(theme.title(), shipped.en()))
                .orElseGet(
                        () -> theme == null ? new Bilingual(code, code) : new Bilingual(theme.title(), theme.title()));
        List<String> plans = speaking.stream().map(Speaking::plan).toList();
        List<String> acts = plans.stream()
                .map(plan -> context.plans.containsKey(plan)
                        ? context.plans.get(plan).act()
                        : plan)
                .toList();
        String stated = String.join("; ", acts);
        return new FeatureLayer(
                code,
                title,
                new Bilingual(
                        "Zonas del tema «" + title.es() + "» del plan vigente. " + stated + ".",
                        "Zones of the theme \"" + title.en() + "\" of the plan in force. " + stated + "."),
                arguments.containsKey("layer") ? "feature/from_zones" : "feature/from_revised_zones",
                arguments,
                Identity.PLAN_AND_KEY,
                Layers.zoneProperties(merged(speaking, context.attributes)),
                true,
                speaking.stream().anyMatch(Speaking::demonstration),
                new FeatureLayer.ThemeFacts(
                        theme == null ? null : theme.legalBasis(), plans, acts, inForce(plans, context)));
    }

    private static LayerTimes inForce(List<String> codes, Context context) {
        List<Plan> plans =
                codes.stream().map(context.plans::get).filter(Objects::nonNull).toList();
        boolean open = plans.isEmpty() || plans.stream().anyMatch(plan -> plan.inForceTo() == null);
        return new LayerTimes(
                plans.stream()
                        .map(Plan::inForceFrom)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                open
                        ? null
                        : plans.stream()
                                .map(plan -> plan.inForceTo().minusDays(1))
                                .max(Comparator.naturalOrder())
                                .orElse(null));
    }

    private static String common(String one, String other) {
        return Set.of("integer", "number").containsAll(List.of(one, other)) ? "number" : "string";
    }

    /** An attribute whose type differs between plans is text. */
    private static List<Attribute> merged(List<Speaking> speaking, Map<Integer, List<Attribute>> attributes) {
        Map<String, Attribute> merged = new java.util.TreeMap<>();
        for (Speaking one : speaking) {
            for (Attribute attribute : attributes.getOrDefault(one.layer(), List.of())) {
                merged.merge(
                        attribute.name(),
                        attribute,
                        (a, b) -> a.kind().equals(b.kind()) ? a : new Attribute(a.name(), common(a.kind(), b.kind())));
            }
        }
        return List.copyOf(merged.values());
    }
}
