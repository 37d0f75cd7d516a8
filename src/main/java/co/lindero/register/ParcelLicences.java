package co.lindero.register;

import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.register.RegisterStore.Filter;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The licences on a parcel, for answers about it. Thread-safe. */
public final class ParcelLicences {
    private static final int MOST = 1_000;

    private final RegisterStore store = new RegisterStore();
    private final LicenceClock clock;

    public ParcelLicences() {
        this(new WorkingDays());
    }

    /** Counts terms in a municipality's working days. */
    public ParcelLicences(WorkingDays days) {
        this(new LicenceClock(ValidityRegimes.shipped(), days));
    }

    ParcelLicences(LicenceClock clock) {
        this.clock = clock;
    }

    /**
     * A parcel: the number asked for, and that of its plot where it is a unit.
     *
     * @param plot number of the plot; the same as the number asked for unless that is a unit
     */
    public record Parcel(String municipality, String asked, String plot) {}

    /** Licences found, to be written in a language. */
    public static final class Found {
        /** No licence. */
        public static final Found NONE = new Found(List.of(), List.of());

        private final List<JsonNode> spanish;
        private final List<JsonNode> english;

        private Found(List<JsonNode> spanish, List<JsonNode> english) {
            this.spanish = List.copyOf(spanish);
            this.english = List.copyOf(english);
        }

        /** Returns the licences as answers write them. */
        public List<JsonNode> in(Language language) {
            return language == Language.ES ? spanish : english;
        }
    }

    /** Returns the licences that name a parcel or its plot, or whose drawn ground lies on it, by number. */
    public Found list(Handle handle, Parcel parcel, LocalDate on, long at) {
        List<Licence> licences = new ArrayList<>();
        Stream.of(parcel.asked(), parcel.plot())
                .distinct()
                .forEach(number -> licences.addAll(store.list(
                        handle, new Filter(parcel.municipality(), null, number, null, null, on, at, "", MOST))));
        List<Licence> sorted = licences.stream()
                .distinct()
                .sorted(Comparator.comparing(Licence::number))
                .toList();
        return new Found(written(sorted, on, Language.ES), written(sorted, on, Language.EN));
    }

    private List<JsonNode> written(List<Licence> licences, LocalDate on, Language language) {
        return licences.stream()
                .map(licence -> Json.tree(LicenceFacts.of(licence, clock.count(licence, on, language))))
                .toList();
    }
}
