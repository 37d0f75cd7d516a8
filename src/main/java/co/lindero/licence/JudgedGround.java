package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.licence.Conditions.Holds;
import co.lindero.licence.Evaluation.Inputs;
import co.lindero.licence.NormContext.Presence;
import co.lindero.licence.TargetZone.Role;
import co.lindero.norm.Norm.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The zones on or near what a check judges, why each counts, and the conditions that hold there. Confined to one check. */
final class JudgedGround {
    private final Inputs inputs;
    private final Map<Scope, TargetZone> zones = new LinkedHashMap<>();
    /** Why zones count, once each: many norms speak for the same zone. By identity, for a zone is long to compare. */
    private final IdentityHashMap<TargetZone, NormContext> contexts = new IdentityHashMap<>();

    private final @Nullable String landClass;

    JudgedGround(Inputs inputs) {
        this.inputs = inputs;
        for (TargetTheme theme : inputs.themes()) {
            theme.zones(Role.ON).forEach(zone -> zones.putIfAbsent(new Scope(theme.code(), zone.code()), zone));
            theme.zones(Role.NEAR).forEach(zone -> zones.putIfAbsent(new Scope(theme.code(), zone.code()), zone));
        }
        this.landClass = landClass(inputs.themes());
    }

    /** Returns the code of the only land class, in lower case as conditions write it; null where it is not all of one. */
    private static @Nullable String landClass(List<TargetTheme> themes) {
        List<String> classes = themes.stream()
                .filter(theme -> theme.code().equals("land-class") && theme.loaded())
                .filter(theme -> theme.summary().uncoveredM2() + theme.summary().unknownM2() < Evaluation.LEAST_AREA_M2)
                .flatMap(theme -> theme.zones(Role.ON).stream())
                .map(zone -> zone.code().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return classes.size() == 1 ? classes.get(0) : null;
    }

    /** Returns the code of the only land class, in lower case; null where it is not all of one that is known. */
    @Nullable
    String landClass() {
        return landClass;
    }

    /** Returns the zones of all themes that are on or near what is judged, by their scope. */
    Map<Scope, TargetZone> zones() {
        return Collections.unmodifiableMap(zones);
    }

    /** Returns the conditions for a use category; null for those that the proposal means. */
    Conditions conditionsFor(@Nullable String category) {
        List<String> categories = category == null ? UseCategories.of(inputs) : List.of(category);
        List<String> modalities = inputs.question().modalities();
        List<Conditions> each = new ArrayList<>();
        for (String modality : modalities.isEmpty() ? List.of("") : modalities) {
            each.add(inputs.conditions()
                    .apply(new ProposalValues(
                            inputs.question(),
                            inputs.measures(),
                            modality.isEmpty() ? null : modality,
                            categories.size() == 1 ? categories.get(0) : null,
                            landClass)));
        }
        // of several modalities in one application, a norm for any of them applies
        return condition -> each.stream()
                .map(one -> one.decide(condition))
                .min(Comparator.comparing(
                        outcome -> List.of(Holds.YES, Holds.UNKNOWN, Holds.NO).indexOf(outcome.holds())))
                .orElseThrow();
    }

    /** Returns why the norms of a zone count. */
    NormContext context(TargetZone zone) {
        return contexts.computeIfAbsent(zone, this::told);
    }

    private NormContext told(TargetZone zone) {
        String share = zone.dimension() == 2 ? String.format(Locale.ROOT, "%.4f m²", zone.onTargetM2()) : "";
        boolean on = zone.role() == Role.ON;
        String es = on
                ? "La zona " + zone.named() + " del tema " + zone.theme() + " está en "
                        + (inputs.hasFootprint() ? "la huella" : "el predio") + (share.isEmpty() ? "" : ": " + share)
                        + "."
                : "La zona " + zone.named() + " del tema " + zone.theme() + " está más cerca que su exactitud.";
        String en = on
                ? "Zone " + zone.named() + " of theme " + zone.theme() + " lies on "
                        + (inputs.hasFootprint() ? "the footprint" : "the parcel")
                        + (share.isEmpty() ? "" : ": " + share) + "."
                : "Zone " + zone.named() + " of theme " + zone.theme() + " lies nearer than its accuracy.";
        Presence presence = !on ? Presence.MAY_COME : zone.mayChange() ? Presence.MAY_LEAVE : Presence.SURE;
        return new NormContext(new Bilingual(es, en), presence, null);
    }

    static NormContext municipalContext() {
        return new NormContext(
                new Bilingual("La norma rige en todo el municipio.", "The norm holds in the whole municipality."),
                Presence.SURE,
                null);
    }

    Bilingual untouched(TargetZone zone) {
        return new Bilingual(
                "La zona " + zone.named() + " del tema " + zone.theme() + " está en el predio o cerca, pero no en "
                        + (inputs.hasFootprint() ? "la huella." : "lo que se juzga."),
                "Zone " + zone.named() + " of theme " + zone.theme() + " lies on or near the parcel, but not on "
                        + (inputs.hasFootprint() ? "the footprint." : "what is judged."));
    }
}
