package co.lindero.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Says a land-use answer in the short form of the guide to the demonstration. */
record AnswerInShort(JsonNode answer) {

    String about(String what) {
        return switch (what) {
            case "predio" -> parcel();
            case "plan" -> plan();
            case "matriz" -> answer.at("/parcel/parent").asText();
            case "condición" -> answer.at("/parcel/condition").asText();
            default -> theme(what);
        };
    }

    private String parcel() {
        return answer.at("/parcel/condition").asText()
                + "; registrada " + m2(answer.at("/parcel/areas/registeredM2"))
                + "; dibujada " + m2(answer.at("/parcel/areas/planarM2"));
    }

    private String plan() {
        JsonNode plan = answer.get("plan");
        return plan.get("code").asText() + ", " + plan.get("status").asText()
                + (plan.get("expired").asBoolean() ? ", vencido" : "");
    }

    private String theme(String code) {
        for (JsonNode theme : answer.get("themes")) {
            if (theme.get("theme").asText().equals(code)) {
                return theme(theme);
            }
        }
        return "no aparece";
    }

    private static String theme(JsonNode theme) {
        List<String> said = new ArrayList<>();
        boolean sensitive = theme.get("boundarySensitive").asBoolean();
        said.add(theme.get("state").asText() + (sensitive ? ", sensible al lindero" : ""));
        theme.get("parts").forEach(part -> said.add(part(part)));
        theme.get("noise")
                .forEach(noise -> said.add("ruido " + noise.get("zone").asText("-") + " " + m2(noise.get("planarM2"))));
        theme.get("derived")
                .forEach(strip -> said.add("franja " + strip.get("zone").asText() + " " + m2(strip.get("planarM2"))
                        + ", " + strip.get("state").asText()));
        theme.get("declarations")
                .forEach(none -> said.add("declarado " + none.get("zone").asText()));
        figure(said, "resto", theme.get("uncoveredM2"));
        figure(said, "sin datos", theme.get("unknownM2"));
        figure(said, "fuera del ámbito", theme.get("outsideGroundM2"));
        figure(said, "doble", theme.get("doublyCoveredM2"));
        return String.join("; ", said);
    }

    private static String part(JsonNode part) {
        String zone = part.get("zone").asText() + " ";
        if (!part.get("lengthM").isNull()) {
            return zone + plain(part.get("lengthM").decimalValue()) + " m";
        }
        if (!part.get("count").isNull()) {
            return zone + part.get("count").asInt() + " puntos";
        }
        return zone + m2(part.get("planarM2")) + " ("
                + plain(part.get("share").decimalValue().movePointRight(2)) + " %)";
    }

    private static void figure(List<String> said, String name, JsonNode areaM2) {
        if (areaM2.decimalValue().signum() != 0) {
            said.add(name + " " + m2(areaM2));
        }
    }

    private static String m2(JsonNode area) {
        return plain(area.decimalValue()) + " m2";
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }
}
