package co.lindero.cadastre;

import co.lindero.platform.db.Database;
import co.lindero.publication.KnownAt;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds parcels by number, text, folio and place, each answer from one snapshot. Thread-safe. */
public final class ParcelService {
    private final Database database;
    private final Clock clock;
    private final ParcelStore parcels;
    private final ParcelFinder finder;
    private final PublicationStore publications;

    /**
     * Makes the service.
     *
     * @param clock clock whose zone decides on which legal day it is
     */
    public ParcelService(
            Database database, Clock clock, ParcelStore parcels, ParcelFinder finder, PublicationStore publications) {
        this.database = database;
        this.clock = clock;
        this.parcels = parcels;
        this.finder = finder;
        this.publications = publications;
    }

    /**
     * When a question is asked of.
     *
     * @param municipality DIVIPOLA code, null for all
     * @param on legal day, null for today
     * @param knownAt state of knowledge
     */
    public record Moment(
            @Nullable String municipality, @Nullable LocalDate on, KnownAt knownAt) {}

    /** A parcel with its geometry, and the state it was read from. */
    public record Located(
            ParcelFinder.Found found,
            @Nullable String geometry,
            LocalDate on,
            Publication known,
            boolean demonstration) {}

    /**
     * A page of parcels.
     *
     * @param parcels the parcels, in the order of their numbers
     * @param more whether others follow
     * @param on legal day
     * @param known publication that all pages show
     * @param demonstration whether synthetic data hold any of them
     */
    public record Page(List<Parcel> parcels, boolean more, LocalDate on, Publication known, boolean demonstration) {
        public Page {
            parcels = List.copyOf(parcels);
        }
    }

    /** How parcels are looked for. */
    public sealed interface Criterion {
        /** The beginning of a number, or a text within the address. */
        record Text(String text) implements Criterion {}

        /** A registry folio. */
        record Folio(String folio) implements Criterion {}

        /** A place, degrees of WGS 84. */
        record Place(BigDecimal lon, BigDecimal lat) implements Criterion {}
    }

    /** Returns a parcel; see {@link ParcelFinder#get} for the problems. */
    public Located get(String number, Moment moment) {
        ParcelNumber parsed = ParcelNumber.parse(number, database.numbers());
        LocalDate on = day(moment);
        return database.read(handle -> {
            Publication known = publications.get(handle, moment.knownAt());
            ParcelFinder.Found found = finder.get(handle, parsed, moment.municipality(), on, known.number());
            return new Located(
                    found,
                    parcels.findGeometry(handle, found.plot().id()),
                    on,
                    known,
                    parcels.isDemonstration(handle, List.of(found.plot()), known.number()));
        });
    }

    private LocalDate day(Moment moment) {
        return moment.on() == null ? LocalDate.now(clock) : moment.on();
    }

    /**
     * Returns a page of parcels.
     *
     * @param after number of the last parcel of the page before, empty for the first
     * @param limit most parcels on the page
     */
    public Page search(Criterion criterion, Moment moment, String after, int limit) {
        LocalDate on = day(moment);
        return database.read(handle -> {
            Publication known = publications.get(handle, moment.knownAt());
            ParcelStore.Page page = new ParcelStore.Page(after, moment.municipality(), on, known.number(), limit + 1);
            List<Parcel> found = search(handle, criterion, page);
            boolean more = found.size() > limit;
            return new Page(
                    more ? found.subList(0, limit) : found,
                    more,
                    on,
                    known,
                    parcels.isDemonstration(handle, found, known.number()));
        });
    }

    private List<Parcel> search(Handle handle, Criterion criterion, ParcelStore.Page page) {
        if (criterion instanceof Criterion.Folio folio) {
            String value = folio.folio().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            return parcels.search(handle, ParcelStore.Search.FOLIO, Map.of("folio", value), page);
        }
        if (criterion instanceof Criterion.Place place) {
            return parcels.search(
                    handle,
                    ParcelStore.Search.PLACE,
                    Map.of("lon", place.lon(), "lat", place.lat(), "srid", database.srid()),
                    page);
        }
        String text = ((Criterion.Text) criterion).text();
        String digits = text.replaceAll("[\\s.\\-]", "");
        if (digits.matches("\\d+")) {
            // every number that begins with the digits sorts before the digits and a character beyond the last digit
            return parcels.search(handle, ParcelStore.Search.NUMBER, Map.of("low", digits, "high", digits + ":"), page);
        }
        String pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return parcels.search(handle, ParcelStore.Search.TEXT, Map.of("pattern", pattern), page);
    }
}
