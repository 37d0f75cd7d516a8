package co.lindero.landuse;

import co.lindero.landuse.AnswerWriter.Findings;
import co.lindero.landuse.Meeting.Place;
import co.lindero.landuse.ThemeJudge.Judged;
import co.lindero.landuse.ThemeJudge.JudgedPart;
import co.lindero.norm.Norm;
import co.lindero.norm.Norm.Scope;
import co.lindero.norm.NormBook;
import co.lindero.platform.problem.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The norms, use rules and conflicts of one parcel, in one language. Pure.
 *
 * @param zoneNorms norms by zone
 * @param zoneUses use rules by zone
 * @param norms norms of the whole municipality, then those of two zones that meet here or may do so
 * @param uses use rules of the whole municipality
 * @param conflicts who prevails and who yields
 */
record AnswerRules(
        Map<Scope, List<NormFacts>> zoneNorms,
        Map<Scope, List<UseFacts>> zoneUses,
        List<NormFacts> norms,
        List<UseFacts> uses,
        List<ConflictFacts> conflicts) {

    static AnswerRules of(Findings findings, Language language) {
        NormBook book = findings.scope().book();
        Double planar = findings.found().plot().planarM2();
        double drawn = planar == null ? 0 : planar;
        RuleWriter writer = new RuleWriter(book, KnownFacts.of(findings.found().plot(), findings.themes()), language);
        Map<Scope, List<NormFacts>> zoneNorms = new LinkedHashMap<>();
        Map<Scope, List<UseFacts>> zoneUses = new LinkedHashMap<>();
        Map<Scope, List<Place>> places = new LinkedHashMap<>();
        for (Judged theme : findings.themes()) {
            for (JudgedPart part : theme.parts()) {
                Scope zone = scope(theme, part);
                zoneNorms.computeIfAbsent(
                        zone, z -> writer.listNorms(z, theme.scope().title().in(language)));
                zoneUses.computeIfAbsent(zone, writer::listUses);
                places.computeIfAbsent(zone, z -> new ArrayList<>()).add(new Place(theme, part));
            }
        }
        List<NormFacts> norms = new ArrayList<>(writer.listMunicipal());
        for (Norm norm : book.listTwoZone(places.keySet())) {
            Meeting meeting = meeting(
                    places.getOrDefault(norm.scope(), List.of()), places.getOrDefault(norm.second(), List.of()), drawn);
            if (meeting.kind() != Meeting.Kind.NO) {
                norms.add(writer.ofTwoZones(norm, meeting));
            }
        }
        return new AnswerRules(
                zoneNorms,
                zoneUses,
                List.copyOf(norms),
                writer.listMunicipalUses(),
                new Conflicts(book, drawn, language).list(findings.themes()));
    }

    /** A zone may lie on a parcel as a polygon and as a line or point too: the surest of the ways in which the two may meet. */
    private static Meeting meeting(List<Place> ones, List<Place> others, double drawn) {
        Meeting surest = new Meeting(Meeting.Kind.NO, null);
        for (Place one : ones) {
            for (Place other : others) {
                Meeting meeting = Meeting.of(one, other, drawn);
                boolean surer = meeting.kind() == Meeting.Kind.YES
                        || (meeting.kind() == Meeting.Kind.NOT_MEASURED && surest.kind() == Meeting.Kind.NO);
                surest = surer ? meeting : surest;
            }
        }
        return surest;
    }

    /** Returns the zone that a part is of. */
    static Scope scope(Judged theme, JudgedPart part) {
        String code = part.row().zoneCode();
        return new Scope(theme.scope().code(), code == null ? "" : code);
    }

    List<NormFacts> normsOf(Scope zone) {
        return zoneNorms.getOrDefault(zone, List.of());
    }

    List<UseFacts> usesOf(Scope zone) {
        return zoneUses.getOrDefault(zone, List.of());
    }
}
