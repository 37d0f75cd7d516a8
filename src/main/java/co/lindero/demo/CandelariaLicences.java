package co.lindero.demo;

import co.lindero.demo.LicenceCourse.End;
import co.lindero.demo.out.Drawing;
import co.lindero.demo.town.PlotKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes up the register of licences: every class and modality, filed over fifteen years, with works that the plan of today or the
 * draft would refuse among them. No person is named, and acts say that they are fictitious.
 */
final class CandelariaLicences {
    static final String FILE = "licences.csv";
    private static final int FILES = 400;
    private static final int FIRST_YEAR = 2012;
    private static final String HEADER = "radicado;clase;modalidades;estado;fecha_radicacion;fecha_acta_observaciones;"
            + "fecha_respuesta_acta;fecha_expedicion;fecha_notificacion;fecha_firmeza;fecha_firmeza_prorroga;acto;predios;"
            + "area_licenciada;viviendas;pisos;uso";
    private static final int NAMES_UNKNOWN_PARCEL = 57;

    private final RandomGenerator random;
    private final List<Filed> files = new ArrayList<>();

    private record Filed(LicenceCourse course, LicenceWork work, String parcel) {}

    CandelariaLicences(CandelariaGround ground, CandelariaCadastre cadastre, Seeds seeds) {
        this.random = seeds.of("licences", 0);
        PlanCodes codes = new PlanCodes(ground.towns());
        Map<PlotKind, List<Map.Entry<Site, ParcelRow>>> sites = cadastre.bySite().entrySet().stream()
                .filter(entry -> isFree(entry.getKey(), entry.getValue()))
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().plot().kind(), TreeMap::new, Collectors.toCollection(ArrayList::new)));
        List<Map.Entry<Site, ParcelRow>> large = sites.get(PlotKind.LOT).stream()
                .filter(entry -> entry.getKey().plot().face().areaM2() > 1_500)
                .collect(Collectors.toCollection(ArrayList::new));
        for (int i = 0; i < FILES; i++) {
            Map.Entry<Site, ParcelRow> entry =
                    i % 16 == 3 && !large.isEmpty() ? taken(large) : taken(sites.get(kind(i)));
            Site site = entry.getKey();
            String activity = site.is(PlotKind.LOT) && site.soil() == Site.Soil.URBAN
                    ? codes.activity(site, site.plot().face().innerPlace())
                    : "";
            LicenceWork work = LicenceWork.on(site, site.plot().face().areaM2(), activity, random);
            files.add(new Filed(
                    LicenceCourse.of(filed(i), end(), months(work), random),
                    work,
                    i == NAMES_UNKNOWN_PARCEL
                            ? entry.getValue().number().substring(0, 17) + "9999000000000"
                            : entry.getValue().number()));
        }
        files.sort(Comparator.comparing(file -> file.course().filed()));
    }

    /** The parcels of the acceptance cases keep to what their answers say. */
    private static boolean isFree(Site site, ParcelRow row) {
        return !site.isCase()
                && row.drawing() instanceof Drawing.Area
                && !row.condition().startsWith("Condominio")
                && !row.condition().startsWith("Parque_Cementerio")
                && !site.is(PlotKind.ROAD)
                && !site.is(PlotKind.RIVER);
    }

    private static PlotKind kind(int i) {
        return switch (i % 20) {
            case 5, 11, 17 -> PlotKind.FARM;
            case 7 -> PlotKind.STREET;
            case 9 -> i % 40 == 9 ? PlotKind.PARK : PlotKind.LOT;
            default -> PlotKind.LOT;
        };
    }

    private Map.Entry<Site, ParcelRow> taken(List<Map.Entry<Site, ParcelRow>> from) {
        return from.remove(random.nextInt(from.size()));
    }

    /** More of the last years than of the first; the last forty are of the last half year. */
    private LocalDate filed(int i) {
        LocalDate last = LicenceCourse.AS_OF.minusDays(2);
        if (i >= FILES - 40) {
            return last.minusDays(random.nextInt(170));
        }
        long days = last.toEpochDay() - LocalDate.of(FIRST_YEAR, 2, 1).toEpochDay();
        double share = random.nextDouble();
        return last.minusDays((long) (days * share * (0.6 + 0.4 * share)));
    }

    private End end() {
        int draw = random.nextInt(100);
        return draw < 7 ? End.DENIED : draw < 16 ? End.WITHDRAWN : draw < 19 ? End.APPEALED : End.GRANTED;
    }

    private static int months(LicenceWork work) {
        return work.classes().size() > 1 ? 48 : work.modalities().contains("obra_nueva") ? 36 : 24;
    }

    /** Returns how many files there are of each class and of each status. */
    Map<String, Long> counts() {
        return files.stream()
                .flatMap(file -> Stream.of(
                        "1 " + String.join(" + ", file.work().classes()),
                        "2 " + file.course().status()))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    void write(Path folder) throws IOException {
        Map<Integer, Integer> serials = new HashMap<>();
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8)) {
            out.write(HEADER + "\n");
            for (Filed file : files) {
                int year = file.course().filed().getYear();
                out.write(line(file, year, serials.merge(year, 1, Integer::sum)) + "\n");
            }
        }
    }

    private static String line(Filed file, int year, int serial) {
        LicenceCourse course = file.course();
        LicenceWork work = file.work();
        boolean extensible = !Set.of("subdivision").containsAll(work.classes())
                && !work.modalities().contains("saneamiento");
        LocalDate decided = course.decided();
        return Stream.of(
                        String.format(Locale.ROOT, "%s-0-%02d-%04d", ParcelNumber.MUNICIPALITY, year % 100, serial),
                        String.join(" + ", work.classes()),
                        String.join(" + ", work.modalities()),
                        course.status(),
                        course.filed(),
                        course.observed(),
                        course.answered(),
                        decided,
                        course.notified(),
                        course.finalOn(),
                        extensible ? course.extended() : null,
                        decided == null
                                ? null
                                : String.format(
                                        Locale.ROOT,
                                        "Resolución FICTICIA %04d-%02d (datos sintéticos de demostración)",
                                        serial,
                                        year % 100),
                        file.parcel(),
                        work.areaM2(),
                        work.dwellings(),
                        work.floors(),
                        work.use())
                .map(value -> Objects.toString(value, ""))
                .collect(Collectors.joining(";"));
    }
}
