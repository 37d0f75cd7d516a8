package co.lindero.cadastre;

import co.lindero.law.Bilingual;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds the parcel that a caller names, and the plot that speaks for a unit without one. Thread-safe. */
public final class ParcelFinder {
    private final ParcelStore parcels;

    public ParcelFinder(ParcelStore parcels) {
        this.parcels = parcels;
    }

    /**
     * What was found.
     *
     * @param asked number that the answer is about; of a unit its own
     * @param unit the unit's row, where the cadastre holds one
     * @param plot the parcel whose plot is measured: the unit's parent, else the parcel itself
     * @param remarks what a reader must know of how it was found
     */
    public record Found(String asked, @Nullable Parcel unit, Parcel plot, List<Remark> remarks) {
        public Found {
            remarks = List.copyOf(remarks);
        }

        /** Tells whether the answer is that of the parent plot. */
        public boolean isUnit() {
            return !asked.equals(plot.number());
        }
    }

    /**
     * A remark with a stable code.
     *
     * @param code kebab-case code
     * @param text text for people
     */
    public record Remark(String code, Bilingual text) {}

    /**
     * Returns the parcel.
     *
     * @param municipality narrows a free number to a municipality; null for any
     * @throws Problem {@code parcel-not-found} with the nearest numbers
     */
    public Found get(Handle handle, ParcelNumber number, @Nullable String municipality, LocalDate on, long at) {
        List<Remark> remarks = new ArrayList<>();
        Optional<Parcel> found = one(parcels.list(handle, number.kind(), number.value(), on, at), number, municipality);
        if (found.isEmpty() && number.inferredNational().isPresent()) {
            String inferred = number.inferredNational().get();
            found = one(parcels.list(handle, ParcelNumber.Kind.NATIONAL, inferred, on, at), number, municipality);
            found.ifPresent(p -> remarks.add(new Remark(
                    "number-inferred",
                    new Bilingual(
                            "El número nacional se dedujo del anterior " + number.value() + ".",
                            "The national number was inferred from the former one " + number.value() + "."))));
        }
        if (found.isPresent() && found.get().isDrawn()) {
            return new Found(found.get().number(), null, found.get(), remarks);
        }
        return unit(handle, number, found.orElse(null), on, at, remarks)
                .orElseThrow(() -> unknown(handle, number, on, at));
    }

    private Optional<Found> unit(
            Handle handle, ParcelNumber number, @Nullable Parcel unit, LocalDate on, long at, List<Remark> remarks) {
        ParcelNumber named = unit == null ? number : new ParcelNumber(ParcelNumber.Kind.NATIONAL, unit.number());
        Optional<Parcel> parent = named.parent()
                .flatMap(p -> parcels.list(handle, ParcelNumber.Kind.NATIONAL, p, on, at).stream()
                        .filter(Parcel::isDrawn)
                        .findFirst());
        return parent.map(plot -> {
            remarks.add(new Remark(
                    "horizontal-property-unit",
                    new Bilingual(
                            "El predio " + named.value() + " es una unidad sin terreno propio; se responde por el"
                                    + " terreno de su matriz " + plot.number() + ".",
                            "Parcel " + named.value() + " is a unit without a plot of its own; the answer is that of"
                                    + " its parent " + plot.number() + ".")));
            if (unit == null) {
                remarks.add(new Remark(
                        "unit-not-registered",
                        new Bilingual(
                                "La unidad no figura en el catastro cargado; la matriz sí.",
                                "The unit is not in the loaded cadastre; its parent is.")));
            }
            return new Found(named.value(), unit, plot, remarks);
        });
    }

    private static Optional<Parcel> one(List<Parcel> rows, ParcelNumber number, @Nullable String municipality) {
        List<Parcel> mine = rows.stream()
                .filter(p -> municipality == null || municipality.equals(p.municipality()))
                .toList();
        if (mine.size() > 1) {
            String codes =
                    String.join(", ", mine.stream().map(Parcel::municipality).toList());
            throw Problem.of(
                            ProblemType.MISSING_PARAMETER,
                            "El número " + number.value() + " existe en varios municipios: " + codes,
                            "Number " + number.value() + " exists in several municipalities: " + codes)
                    .with("parameter", "municipality")
                    .hint("Indique municipality=.", "Give municipality=.");
        }
        return mine.stream().findFirst();
    }

    private Problem unknown(Handle handle, ParcelNumber number, LocalDate on, long at) {
        List<String> nearest = parcels.listNearest(handle, number.value(), on, at);
        return Problem.of(
                        ProblemType.PARCEL_NOT_FOUND,
                        "No hay un predio " + number.value() + " en el catastro cargado, el " + on,
                        "There is no parcel " + number.value() + " in the loaded cadastre on " + on)
                .with("nearest", nearest)
                .hint(
                        nearest.isEmpty()
                                ? "No hay predios cargados: use «lindero load parcels»."
                                : "Los números más cercanos son: " + String.join(", ", nearest) + ".",
                        nearest.isEmpty()
                                ? "No parcels are loaded: use \"lindero load parcels\"."
                                : "The nearest numbers are: " + String.join(", ", nearest) + ".");
    }
}
