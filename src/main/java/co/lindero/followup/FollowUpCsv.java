package co.lindero.followup;

import co.lindero.followup.FollowUpAnswer.Against;
import co.lindero.followup.FollowUpAnswer.Candidate;
import co.lindero.followup.FollowUpAnswer.Conflict;
import co.lindero.followup.FollowUpAnswer.ExpiringLicence;
import co.lindero.followup.FollowUpAnswer.Judged;
import co.lindero.followup.FollowUpAnswer.Licensed;
import co.lindero.followup.FollowUpAnswer.Zone;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One section of a follow-up as CSV: a header and a row a zone and year (the year of a zone's sum is {@code total}), licence, or
 * building; decimal point, comma between columns. Pure.
 */
public final class FollowUpCsv {
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private FollowUpCsv() {}

    /**
     * Returns the first section that the answer has.
     *
     * @throws IllegalArgumentException where it has none, a bug
     */
    public static String render(FollowUpAnswer answer) {
        if (answer.zones() != null) {
            return zones(answer.zones().rows());
        }
        if (answer.expiring() != null) {
            return expiring(answer.expiring().rows());
        }
        if (answer.conflicts() != null) {
            return conflicts(answer.conflicts().rows());
        }
        if (answer.candidates() != null) {
            return candidates(answer.candidates().rows());
        }
        throw new IllegalArgumentException("No section");
    }

    private static String zones(List<Zone> zones) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Zone zone : zones) {
            lines.add(line(zone, "total", zone.licensed()));
            zone.years().forEach(year -> lines.add(line(zone, Integer.toString(year.year()), year.licensed())));
        }
        return written(
                "zone,year,licences,areaM2,dwellings,areaUnknown,dwellingsUnknown,parcels,parcelsM2,withoutNormM2,allowedM2,"
                        + "allowedDwellings,shareOfArea,shareOfDwellings",
                lines);
    }

    private static List<@Nullable Object> line(Zone zone, String year, Licensed licensed) {
        boolean total = year.equals("total");
        return Arrays.asList(
                zone.zone(),
                year,
                licensed.licences(),
                licensed.areaM2(),
                licensed.dwellings(),
                licensed.areaUnknown(),
                licensed.dwellingsUnknown(),
                total ? zone.parcels() : null,
                total ? zone.parcelsM2() : null,
                total ? zone.withoutNormM2() : null,
                total ? zone.allowedM2() : null,
                total ? zone.allowedDwellings() : null,
                total ? zone.shareOfArea() : null,
                total ? zone.shareOfDwellings() : null);
    }

    private static String expiring(List<ExpiringLicence> rows) {
        return written(
                "number,class,modalities,parcels,until,daysLeft,extended,extensionRequestBy,extensionOpen,verified",
                rows.stream()
                        .map(row -> Arrays.<@Nullable Object>asList(
                                row.number(),
                                row.licenceClass(),
                                String.join(" ", row.modalities()),
                                String.join(" ", row.parcels()),
                                row.until(),
                                row.daysLeft(),
                                row.extended(),
                                row.extensionRequestBy(),
                                row.extensionOpen(),
                                row.verified()))
                        .toList());
    }

    private static String conflicts(List<Conflict> rows) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Conflict row : rows) {
            Stream.of(row.today(), row.draft())
                    .filter(Objects::nonNull)
                    .filter(judged -> !judged.against().isEmpty())
                    .forEach(judged -> judged.against().forEach(against -> lines.add(line(row, judged, against))));
        }
        return written(
                "number,class,modalities,status,filedOn,state,until,parcels,plan,verdict,kind,theme,zone,quantity,actual,"
                        + "operator,limit,unit,message,sources",
                lines);
    }

    private static List<@Nullable Object> line(Conflict row, Judged judged, Against against) {
        return Arrays.asList(
                row.number(),
                row.licenceClass(),
                String.join(" ", row.modalities()),
                row.status(),
                row.filedOn(),
                row.state(),
                row.until(),
                String.join(" ", row.parcels()),
                judged.plan(),
                judged.verdict(),
                against.kind(),
                against.theme(),
                against.zone(),
                against.quantity(),
                against.actual(),
                against.operator(),
                against.limit(),
                against.unit(),
                against.message(),
                against.sources().stream()
                        .map(source -> source.act() + (source.article() == null ? "" : ", art. " + source.article()))
                        .collect(Collectors.joining("; ")));
    }

    private static String candidates(List<Candidate> rows) {
        return written(
                "kind,parcel,building,theme,zone,level,quantity,actual,limit,unit,year,olderThanPlan",
                rows.stream()
                        .map(row -> Arrays.<@Nullable Object>asList(
                                row.kind(),
                                row.parcel(),
                                row.building(),
                                row.theme(),
                                row.zone(),
                                row.level(),
                                row.quantity(),
                                row.actual(),
                                row.limit(),
                                row.unit(),
                                row.year(),
                                row.olderThanPlan()))
                        .toList());
    }

    private static String written(String header, List<List<@Nullable Object>> lines) {
        CsvSchema.Builder schema = CsvSchema.builder();
        Stream.of(header.split(",", -1)).forEach(schema::addColumn);
        try {
            return header + "\n"
                    + MAPPER.writer(schema.build())
                            .writeValueAsString(lines.stream()
                                    .map(line -> line.stream()
                                            .map(value -> value == null ? "" : value)
                                            .toList())
                                    .toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
