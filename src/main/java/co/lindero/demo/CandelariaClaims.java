package co.lindero.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the product must answer on the parcels of the land-use cases, with exact figures. */
final class CandelariaClaims {
    private final Map<String, String> examples;
    private final List<Claim> claims = new ArrayList<>();

    CandelariaClaims(CandelariaGround ground, CandelariaCadastre cadastre, CandelariaZones zones, int known) {
        this.examples = cadastre.examples();
        measuring();
        coverage();
        places();
        wholePlan(cadastre, zones, known);
        neighbours(cadastre.bySite().get(new CandelariaNeighbour().shared(ground)));
        channels(ground, cadastre);
        conditions();
    }

    private void channels(CandelariaGround ground, CandelariaCadastre cadastre) {
        Site farm = CandelariaChannels.farm(ground);
        claim(
                        "-",
                        "Cauce sin ronda delimitada: franja preventiva de 30 m desde cada orilla",
                        cadastre.bySite().get(farm).number(),
                        "riparian-buffer")
                .answers("concerned; CAU-1 " + plain(CandelariaChannels.lengthM(ground, farm)) + " m; franja CAU-1 "
                        + m2(CandelariaChannels.stripM2(ground, farm)) + ", preventive_not_delimited; resto "
                        + m2(cadastre.drawnM2(cadastre.bySite().get(farm).number())));
    }

    /** Returns the parcels to propose buildings on. */
    LicenceClaims licences(CandelariaGround ground, CandelariaCadastre cadastre) {
        String unstudied = claims.stream()
                .filter(claim -> claim.key().equals("11a"))
                .map(Claim::parcel)
                .findFirst()
                .orElseThrow();
        ParcelRow riverside = cadastre.bySite().get(ground.largestRiversideFarm());
        ParcelRow alongChannel = cadastre.bySite().get(CandelariaChannels.farm(ground));
        return new LicenceClaims(examples, unstudied, riverside.number(), alongChannel.number());
    }

    List<Claim> list() {
        return claims;
    }

    private void measuring() {
        theme("1", "Dos polígonos superpuestos de un mismo código", "activity-area", "concerned; AR-2 200 m2 (100 %)");
        theme(
                "2",
                "Diez piezas de 0,9 m2 de una zona, dichas una vez",
                "urban-protection",
                "concerned; Ambiental 9 m2 (4.5 %); resto 191 m2");
        theme(
                "3a",
                "Franja de 20 m por 5 cm de la zona vecina: ruido de lindero",
                "activity-area",
                "concerned; AR-2 199 m2 (99.5 %); ruido AC-1 1 m2");
        theme(
                "3b",
                "La misma franja, de amenaza: sí restringe",
                "hazard-flood-pluvial",
                "concerned, sensible al lindero; Alta 1 m2 (0.5 %); resto 199 m2");
        theme(
                "3c",
                "Medio lote de 24 m en amenaza de exactitud 12,5 m",
                "hazard-flood",
                "concerned, sensible al lindero; Media 120 m2 (50 %); resto 120 m2");
        theme("4", "Una zona que solo toca el lindero", "heritage", "not_concerned, sensible al lindero; resto 200 m2");
        theme(
                "5",
                "Predio de 9 m2 partido por mitad",
                "activity-area",
                "concerned; AC-1 4.5 m2 (50 %); AR-2 4.5 m2 (50 %)");
        theme(
                "6",
                "Predio de 0,9 m2 dentro de una zona, área mínima 1 m2",
                "activity-area",
                "concerned; AR-2 0.9 m2 (100 %)");
        theme("7", "Área registrada y dibujada", "predio", "NPH; registrada 205 m2; dibujada 200 m2");
    }

    private void coverage() {
        theme("8a", "Queda 4 % sin norma", "activity-area", "concerned; AR-2 192 m2 (96 %); resto 8 m2");
        theme(
                "8b",
                "Vacío de digitalización de 1 mm: ruido",
                "activity-area",
                "concerned; AR-2 199.99 m2 (99.995 %); ruido - 0.01 m2");
        theme(
                "9a",
                "La cobertura no llega a todo el predio y nada aparece",
                "hazard-flood-pluvial",
                "no_data; sin datos 200 m2");
        theme(
                "9b",
                "Media cobertura y algo aparece",
                "hazard-flood-pluvial",
                "concerned, sensible al lindero; Media 30 m2 (15 %); resto 70 m2; sin datos 100 m2");
        theme(
                "15",
                "Dos zonas de una partición se superponen",
                "activity-area",
                "concerned; AR-2 120 m2 (60 %); MIX-1 100 m2 (50 %); doble 20 m2");
    }

    private void places() {
        theme("16a", "Predio de dos polígonos", "activity-area", "concerned; AR-2 360 m2 (100 %)");
        theme("16b", "Predio con un hueco de 8 m por 4 m", "activity-area", "concerned; AR-2 168 m2 (100 %)");
        theme("16b2", "El predio que está en el hueco", "activity-area", "concerned; AR-2 32 m2 (100 %)");
        theme(
                "16c",
                "Tres zonas sobre un mismo lugar",
                "general-system",
                "concerned; Equipamientos.Educacion 60 m2 (30 %); Espacio_Publico.Elemento_Complementario 60 m2 (30 %);"
                        + " Servicios_Publicos.Energia 16 m2 (8 %); resto 118 m2; doble 54 m2");
        theme(
                "17a",
                "Una línea de reserva vial que cruza",
                "road-reservation",
                "concerned; V-CASOS 10 m; resto 200 m2");
        theme("17b", "Tres puntos dentro", "heritage", "concerned; ARB-N 3 puntos; resto 200 m2");
    }

    private void wholePlan(CandelariaCadastre cadastre, CandelariaZones zones, int known) {
        String farm = examples.get("finca");
        String drawn = m2(cadastre.drawnM2(farm));
        claim("8c", "Predio rural fuera del ámbito de los tratamientos urbanos", farm, "urban-treatment")
                .answers("not_concerned; fuera del ámbito " + drawn);
        claim("9c", "«No aplica» declarado con fuente", farm, "hazard-flash-flood")
                .answers("not_concerned; declarado no_aplica; resto " + drawn);
        claim("10a", "Zona enunciada sin geometría para una clase de suelo", farm, "heritage")
                .answers("concerned; ARQ-R " + drawn + " (100 %)");
        claim("10b", "Zona enunciada sin geometría para todo el municipio", farm, "airport-surface")
                .answers("concerned; SLO-45 " + drawn + " (100 %)");
        Site site = zones.firstLot(CandelariaGenerator.REVISED_TOWN, "AR-3");
        String lot = cadastre.bySite().get(site).number();
        String lotM2 = m2(cadastre.drawnM2(lot)) + " (100 %)";
        claim("11a", "La víspera de la revisión: la norma anterior", lot, "activity-area")
                .asking("on=2014-02-28")
                .answers("concerned; AR-3 " + lotM2);
        claim("11b", "El día de la revisión: la nueva", lot, "activity-area")
                .asking("on=2014-03-01")
                .answers("concerned; AR-2 " + lotM2);
        claim("12", "Antes de corregirse un monumento mal ubicado", examples.get("4"), "heritage")
                .asking("knownAt=" + known)
                .answers("concerned; BIC-M 24 m2 (12 %); resto 176 m2");
        claim("13", "Plan vencido sin sucesor: vigente, y se dice", farm, "plan")
                .answers(CandelariaManifest.REVISION + ", adopted, vencido");
        Site draft = zones.firstLot(0, "AI-1");
        String industrial = cadastre.bySite().get(draft).number();
        String industrialM2 = m2(cadastre.drawnM2(industrial)) + " (100 %)";
        claim("14a", "Sin pedirlo, el borrador no aparece", industrial, "activity-area")
                .answers("concerned; AI-1 " + industrialM2);
        claim("14b", "El borrador, pedido por su código", industrial, "activity-area")
                .asking("plan=" + CandelariaManifest.DRAFT)
                .answers("concerned; MIX-1 " + industrialM2);
    }

    private void neighbours(ParcelRow shared) {
        claim("16d", "Predio sobre el límite con Palmira: sigue su número", shared.number(), "plan")
                .answers(CandelariaManifest.REVISION + ", adopted, vencido");
        claim("16e", "Predio de Palmira sobre el mismo suelo: sigue el suyo", CandelariaNeighbour.number(0), "plan")
                .answers(CandelariaNeighbour.PLAN + ", adopted");
        claim("9d", "Tema esperado que Palmira no ha cargado", CandelariaNeighbour.number(0), "riparian-buffer")
                .answers("no_data; sin datos " + m2(CandelariaNeighbour.drawnM2(0)));
        String unit = examples.get("PH.Unidad_Predial");
        String parent = examples.get("PH.Matriz");
        claim("16f", "Unidad de propiedad horizontal: responde la matriz", unit, "matriz")
                .answers(parent);
    }

    private void conditions() {
        for (String condition : List.of(
                "PH.Matriz",
                "Condominio.Matriz",
                "Condominio.Unidad_Predial",
                "Parque_Cementerio.Matriz",
                "Informal",
                "Via",
                "Bien_Uso_Publico")) {
            claim("-", "Condición de propiedad", examples.get(condition), "condición")
                    .answers(condition);
        }
    }

    private void theme(String key, String title, String about, String answer) {
        claim(key, title, examples.get(key), about).answers(answer);
    }

    private Open claim(String key, String title, String parcel, String about) {
        return new Open(new Claim(key, title, parcel, "", about, ""));
    }

    /** A claim whose answer is still to be said. */
    private final class Open {
        private Claim claim;

        Open(Claim claim) {
            this.claim = claim;
        }

        Open asking(String ask) {
            claim = new Claim(claim.key(), claim.title(), claim.parcel(), ask, claim.about(), "");
            return this;
        }

        void answers(String answer) {
            claims.add(new Claim(claim.key(), claim.title(), claim.parcel(), claim.ask(), claim.about(), answer));
        }
    }

    private static String m2(double areaM2) {
        return plain(areaM2) + " m2";
    }

    private static String plain(double measure) {
        BigDecimal rounded = BigDecimal.valueOf(measure).setScale(4, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString();
    }
}
