package co.lindero.licence;

import co.lindero.platform.problem.Problem.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members of one JSON object, read by name and type; every fault is collected with its pointer. Not thread-safe. */
final class Members {
    /** Decimals that a figure may have: one with a hugely negative exponent is short to write and cannot be calculated with. */
    static final int MOST_DECIMALS = 30;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final @Nullable JsonNode object;
    private final String pointer;
    private final List<Fault> faults;

    Members(@Nullable JsonNode object, String pointer, List<Fault> faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    void fault(String code, String member, String es, String en) {
        faults.add(new Fault(code, es, en, pointer + (member.isEmpty() ? "" : "/" + member)));
    }

    /** Refuses members that the object does not have, with those that it has. */
    void requireKnown(Set<String> known) {
        if (object != null && object.isObject()) {
            object.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    fault(
                            "unknown-member",
                            name.replace("~", "~0").replace("/", "~1"),
                            "No existe este campo; los que hay: " + String.join(", ", known) + ".",
                            "There is no such member; there are: " + String.join(", ", known) + ".");
                }
            });
        }
    }

    @Nullable
    JsonNode node(String member) {
        JsonNode value = object == null ? null : object.get(member);
        return value == null || value.isNull() ? null : value;
    }

    /** Returns a member that is an object, or one without members where it is absent or something else. */
    Members object(String member, boolean required) {
        JsonNode value = node(member);
        if (value == null && required) {
            fault("missing-member", member, "Falta este campo.", "This member is missing.");
        } else if (value != null && !value.isObject()) {
            fault("invalid-member", member, "Se espera un objeto.", "An object is expected.");
            value = null;
        }
        return new Members(value, pointer + "/" + member, faults);
    }

    Optional<String> text(String member) {
        JsonNode value = node(member);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > 500) {
            fault(
                    "invalid-member",
                    member,
                    "Se espera un texto de 1 a 500 caracteres.",
                    "A text of 1 to 500 characters is expected.");
            return Optional.empty();
        }
        return Optional.of(value.textValue().strip());
    }

    Optional<LocalDate> date(String member) {
        return text(member).flatMap(text -> {
            Optional<LocalDate> day = day(text);
            if (day.isEmpty()) {
                fault(
                        "invalid-member",
                        member,
                        "Se espera una fecha que exista, AAAA-MM-DD, desde " + FIRST_DAY + ".",
                        "A date that exists is expected, YYYY-MM-DD, from " + FIRST_DAY + " on.");
            }
            return day;
        });
    }

    private static Optional<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Nullable
    Integer whole(String member, int most) {
        BigDecimal value = number(member, BigDecimal.valueOf(most));
        if (value == null) {
            return null;
        }
        if (value.stripTrailingZeros().scale() > 0) {
            fault("invalid-member", member, "Se espera un número entero.", "A whole number is expected.");
            return null;
        }
        return value.intValueExact();
    }

    @Nullable
    BigDecimal number(String member, BigDecimal most) {
        JsonNode value = node(member);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()
                || value.decimalValue().scale() > MOST_DECIMALS
                || value.decimalValue().signum() < 0
                || value.decimalValue().compareTo(most) > 0) {
            fault(
                    "invalid-member",
                    member,
                    "Se espera un número entre 0 y " + most.toPlainString() + ".",
                    "A number between 0 and " + most.toPlainString() + " is expected.");
            return null;
        }
        return value.decimalValue();
    }

    List<String> texts(String member, int most) {
        JsonNode value = node(member);
        if (value == null) {
            return List.of();
        }
        List<String> list = new ArrayList<>();
        if (!value.isArray() || value.size() > most) {
            fault(
                    "invalid-member",
                    member,
                    "Se espera una lista de textos, " + most + " a lo sumo.",
                    "A list of texts is expected, " + most + " at the most.");
            return List.of();
        }
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isTextual() && !value.get(i).textValue().isBlank()) {
                list.add(value.get(i).textValue().strip());
            } else {
                fault("invalid-member", member + "/" + i, "Se espera un texto.", "A text is expected.");
            }
        }
        return list;
    }

    /** Returns numbers of members of another list, counted from 1. */
    List<Integer> places(String member, int most) {
        JsonNode value = node(member);
        if (value == null) {
            return List.of();
        }
        List<Integer> list = new ArrayList<>();
        for (JsonNode each : value.isArray() ? value : List.<JsonNode>of()) {
            if (each.isInt() && each.intValue() >= 1 && each.intValue() <= most) {
                list.add(each.intValue());
            }
        }
        if (!value.isArray() || list.size() < value.size()) {
            fault(
                    "invalid-member",
                    member,
                    "Se espera una lista de números de lote, de 1 a " + most + ".",
                    "A list of numbers of lots is expected, from 1 to " + most + ".");
        }
        return list;
    }
}
