package co.lindero.followup;

import co.lindero.followup.FollowUpAnswer.Against;
import co.lindero.followup.FollowUpAnswer.Candidate;
import co.lindero.followup.FollowUpAnswer.Conflict;
import co.lindero.followup.FollowUpAnswer.Conflicts;
import co.lindero.followup.FollowUpAnswer.ExpiringLicence;
import co.lindero.followup.FollowUpAnswer.Judged;
import co.lindero.followup.FollowUpAnswer.Licensed;
import co.lindero.followup.FollowUpAnswer.Year;
import co.lindero.followup.FollowUpAnswer.Zone;
import co.lindero.platform.http.Links;
import co.lindero.platform.http.PageBody;
import co.lindero.platform.http.PageBody.Cell;
import co.lindero.platform.http.PageBody.Choice;
import co.lindero.platform.http.QueryLinks;
import co.lindero.platform.problem.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A follow-up as a page for people: its sections one below the other, each with its rule and a link to every licence and parcel. Pure. */
final class FollowUpPage {
    private static final List<String> SECTIONS = List.of("zones", "expiring", "conflicts", "candidates");

    private final FollowUpAnswer answer;
    private final Ways ways;
    private final FollowUpWords words;
    private final Language language;
    private final PageBody body = new PageBody();

    private FollowUpPage(FollowUpAnswer answer, Ways ways, Language language) {
        this.answer = answer;
        this.ways = ways;
        this.words = new FollowUpWords(language);
        this.language = language;
    }

    /**
     * What surrounds the answer on its page.
     *
     * @param asked the question
     * @param section section asked for; null for all
     * @param forms forms in which the answer can be had
     */
    record Ways(Links links, QueryLinks asked, @Nullable String section, List<QueryLinks.Link> forms) {}

    /** Returns the title of the page. */
    static String title(Language language) {
        return language.pick("Seguimiento de las licencias", "Follow-up of licences");
    }

    /** Returns what stands below the heading, as HTML. */
    static String body(FollowUpAnswer answer, Ways ways, Language language) {
        FollowUpPage page = new FollowUpPage(answer, ways, language);
        page.head();
        page.zones();
        page.expiring();
        page.conflicts();
        page.candidates();
        return page.body
                .paragraph(answer.notice())
                .forms(language.pick("Formas y enlaces", "Forms and links"), ways.forms())
                .written();
    }

    private String pick(String es, String en) {
        return language.pick(es, en);
    }

    private void head() {
        answer.warnings().forEach(warning -> body.notice(warning.message()));
        List<String> facts = new ArrayList<>(List.of(
                pick("Municipio ", "Municipality ") + answer.municipality(),
                "plan " + answer.plan(),
                answer.on(),
                pick("publicación ", "publication ") + answer.knownAt().publication()));
        if (answer.draft() != null) {
            facts.add(2, pick("frente a ", "against ") + answer.draft());
        }
        body.paragraph(String.join(" · ", facts));
        List<Choice> choices = new ArrayList<>();
        // a part begins at its beginning, however far this page has come
        QueryLinks parts = ways.asked().set("after", "");
        choices.add(new Choice(pick("todas", "all"), parts.with("section", ""), ways.section() == null));
        SECTIONS.forEach(code ->
                choices.add(new Choice(words.section(code), parts.with("section", code), code.equals(ways.section()))));
        body.choices(pick("Partes", "Parts"), choices);
    }

    private Cell licence(String number) {
        return new Cell(
                number, moment("/licences/" + Links.encoded(number)).with("municipality", answer.municipality()));
    }

    private Cell parcel(String number) {
        return new Cell(
                number,
                moment("/parcels/" + Links.encoded(number) + "/land-use").with("f", "text"));
    }

    /** Another path, on the day and at the state of the data that this page was asked for. */
    private QueryLinks moment(String path) {
        return ways.asked().elsewhere(ways.links().to(path), "on", "knownAt");
    }

    private static Cell text(@Nullable Object value) {
        return Cell.of(Objects.toString(value, ""));
    }

    private void zones() {
        if (answer.zones() == null) {
            return;
        }
        List<Zone> rows = answer.zones().rows();
        body.heading("zones", words.section("zones")).paragraph(answer.zones().rule());
        body.figures(
                List.of(
                        pick("Zona de ", "Zone of ") + answer.theme(),
                        pick("Licencias", "Licences"),
                        pick("Licenciado, m²", "Licensed, m²"),
                        pick("Permitido, m²", "Allowed, m²"),
                        "%",
                        pick("Viviendas", "Dwellings"),
                        pick("Viviendas permitidas", "Dwellings allowed"),
                        "%",
                        pick("Predios", "Parcels"),
                        pick("Sin norma, m²", "Without norm, m²")),
                rows.stream().map(this::zone).toList());
        years(rows);
        if (!answer.zones().unplaced().isEmpty()) {
            body.paragraph(
                    pick("Sin predio conocido, y por eso en ninguna suma: ", "Without known parcel, so in no sum: ")
                            + String.join(", ", answer.zones().unplaced()) + ".");
        }
    }

    private String named(Zone zone) {
        return zone.zone() == null ? pick("(en ninguna)", "(in none)") : zone.zone();
    }

    private List<Cell> zone(Zone zone) {
        return Stream.of(
                        named(zone),
                        Long.toString(zone.licensed().licences()),
                        PageBody.scaled(zone.licensed().areaM2(), 0, 0)
                                + unstated(zone.licensed().areaUnknown()),
                        PageBody.scaled(zone.allowedM2(), 0, 0),
                        PageBody.scaled(zone.shareOfArea(), 2, 1),
                        zone.licensed().dwellings() + unstated(zone.licensed().dwellingsUnknown()),
                        PageBody.scaled(zone.allowedDwellings(), 0, 0),
                        PageBody.scaled(zone.shareOfDwellings(), 2, 1),
                        Long.toString(zone.parcels()),
                        PageBody.scaled(zone.withoutNormM2(), 0, 0))
                .map(Cell::of)
                .toList();
    }

    /** A sum is of those that state the figure; how many do not is told beside it. */
    private String unstated(long licences) {
        return licences == 0 ? "" : " (" + licences + pick(" sin dato)", " not stated)");
    }

    /** A column a year: licences, and the dwellings of those that add some. */
    private void years(List<Zone> rows) {
        List<Integer> years = rows.stream()
                .flatMap(zone -> zone.years().stream())
                .map(Year::year)
                .distinct()
                .sorted()
                .toList();
        if (years.isEmpty()) {
            return;
        }
        body.paragraph(pick(
                "Por año de decisión: licencias y, tras la barra, viviendas.",
                "By year of decision: licences and, after the bar, dwellings."));
        List<String> columns = new ArrayList<>(List.of(pick("Zona", "Zone")));
        years.forEach(year -> columns.add(Integer.toString(year)));
        body.figures(
                columns,
                rows.stream()
                        .filter(zone -> !zone.years().isEmpty())
                        .map(zone -> {
                            Map<Integer, Licensed> byYear =
                                    zone.years().stream().collect(Collectors.toMap(Year::year, Year::licensed));
                            return Stream.concat(
                                            Stream.of(named(zone)),
                                            years.stream().map(year -> inYear(byYear.get(year))))
                                    .map(Cell::of)
                                    .toList();
                        })
                        .toList());
    }

    private static String inYear(@Nullable Licensed licensed) {
        if (licensed == null) {
            return "";
        }
        return licensed.licences() + (licensed.dwellings() == 0 ? "" : " / " + licensed.dwellings());
    }

    private void expiring() {
        if (answer.expiring() == null) {
            return;
        }
        List<ExpiringLicence> rows = answer.expiring().rows();
        body.heading("expiring", words.section("expiring"))
                .headline(rows.size()
                        + (rows.size() == 1
                                ? pick(" licencia vence en ", " licence expires within ")
                                : pick(" licencias vencen en ", " licences expire within "))
                        + answer.expiring().withinDays()
                        + pick(" días", " days"));
        if (rows.isEmpty()) {
            return;
        }
        body.table(
                List.of(
                        pick("Radicado", "File"),
                        pick("Clase", "Class"),
                        pick("Rige hasta", "Valid until"),
                        pick("Días", "Days"),
                        pick("Prórroga", "Extension"),
                        pick("Predios", "Parcels")),
                rows.stream()
                        .map(row -> List.of(
                                licence(row.number()),
                                text(words.kind(row.licenceClass(), row.modalities())),
                                text(row.until()),
                                text(row.daysLeft()),
                                text(
                                        row.extensionOpen()
                                                ? pick("se puede pedir hasta el ", "may be asked for until ")
                                                        + row.extensionRequestBy()
                                                : pick("ya no se puede pedir", "can no longer be asked for")),
                                text(String.join(", ", row.parcels()))))
                        .toList());
    }

    private void conflicts() {
        Conflicts conflicts = answer.conflicts();
        if (conflicts == null) {
            return;
        }
        body.heading("conflicts", words.section("conflicts")).paragraph(conflicts.rule());
        body.namedFigures(
                List.of(
                        "Plan",
                        pick("Cuál es", "Which it is"),
                        pick("Revisadas", "Checked"),
                        pick("Cumplen", "Comply"),
                        pick("Por revisar", "To review"),
                        pick("No evaluables", "Not evaluable"),
                        pick("No cumplen", "Do not comply")),
                conflicts.checked().stream()
                        .map(row -> Stream.<Object>of(
                                        row.plan(),
                                        row.plan().equals(answer.draft())
                                                ? pick("con el que se compara", "compared with")
                                                : pick("el que rige", "in force"),
                                        row.licences(),
                                        row.complies(),
                                        row.needsReview(),
                                        row.notEvaluable(),
                                        row.doesNotComply())
                                .map(FollowUpPage::text)
                                .toList())
                        .toList());
        if (!conflicts.rows().isEmpty()) {
            body.table(
                    List.of(
                            pick("Radicado", "File"),
                            pick("Clase", "Class"),
                            pick("Radicada", "Filed"),
                            pick("Estado", "State"),
                            pick("Qué no permite cada plan", "What each plan does not allow")),
                    conflicts.rows().stream().map(this::conflict).toList());
        }
        conflicts.notChecked().forEach(row -> body.paragraph(row.number() + ": " + row.reason()));
        if (conflicts.next() != null) {
            body.choices(
                    pick("Quedan licencias por revisar", "There are licences left to check"),
                    List.of(new Choice(pick("seguir", "go on"), next(conflicts.next()), false)));
        }
    }

    /** The next page names the day and the publication of this one, so that a sequence of pages shows one state. */
    private String next(String last) {
        return ways.asked()
                .set("on", answer.on())
                .set("knownAt", Long.toString(answer.knownAt().publication()))
                .with("after", last);
    }

    private List<Cell> conflict(Conflict row) {
        // what both plans say is said once
        Map<String, List<String>> plansBySaying = Stream.of(row.today(), row.draft())
                .filter(Objects::nonNull)
                .filter(judged -> !judged.against().isEmpty())
                .collect(Collectors.groupingBy(
                        FollowUpPage::against,
                        LinkedHashMap::new,
                        Collectors.mapping(Judged::plan, Collectors.toList())));
        String against = plansBySaying.entrySet().stream()
                .map(saying -> String.join(pick(" y ", " and "), saying.getValue()) + ": " + saying.getKey())
                .collect(Collectors.joining(" · "));
        return List.of(
                licence(row.number()),
                text(words.kind(row.licenceClass(), row.modalities())),
                text(row.filedOn()),
                text(words.state(row.state())
                        + (row.until() == null ? "" : pick(", hasta ", ", until ") + row.until())),
                text(against));
    }

    private static String against(Judged judged) {
        return judged.against().stream().map(Against::message).collect(Collectors.joining(" "));
    }

    private void candidates() {
        if (answer.candidates() == null) {
            return;
        }
        body.heading("candidates", words.section("candidates"))
                .paragraph(answer.candidates().rule());
        body.figures(
                List.of(
                        pick("Motivo", "Reason"),
                        pick("Sin licencia en el registro", "Without licence in the register"),
                        pick("Con licencia", "With licence")),
                answer.candidates().counts().stream()
                        .map(count -> Stream.<Object>of(
                                        words.reason(count.kind()), count.candidates(), count.withLicence())
                                .map(FollowUpPage::text)
                                .toList())
                        .toList());
        if (answer.candidates().truncated()) {
            body.paragraph(pick("Se listan las primeras ", "The first ")
                    + answer.candidates().limit()
                    + pick("; con limit= se listan más.", " are listed; more with limit=."));
        }
        if (!answer.candidates().rows().isEmpty()) {
            body.table(
                    List.of(
                            pick("Predio", "Parcel"),
                            pick("Motivo", "Reason"),
                            pick("Zona", "Zone"),
                            pick("Medida", "Figure"),
                            pick("Año", "Year")),
                    answer.candidates().rows().stream().map(this::candidate).toList());
        }
    }

    private List<Cell> candidate(Candidate row) {
        String figure = row.actual() == null || row.limit() == null
                ? ""
                : row.quantity() + " " + row.actual().toPlainString() + " > "
                        + row.limit().toPlainString();
        return List.of(
                parcel(row.parcel()),
                text(words.reason(row.kind())),
                text(Stream.of(row.theme(), row.zone()).filter(Objects::nonNull).collect(Collectors.joining(" "))),
                text(figure),
                text(Objects.toString(row.year(), pick("no consta", "not stated"))
                        + (Boolean.TRUE.equals(row.olderThanPlan())
                                ? pick(" (anterior al plan)", " (older than the plan)")
                                : "")));
    }
}
