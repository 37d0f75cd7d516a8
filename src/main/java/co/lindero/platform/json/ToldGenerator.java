package co.lindero.platform.json;

import com.fasterxml.jackson.core.ObjectCodec;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON document as {@link Json#write} would, in the order in which it is told, and notes what it takes to make of the same
 * bytes the English text and the canonical form: where the texts of both languages lie, where members begin and end, and what the
 * canonical form writes in another way. So a value is walked once for all three.
 *
 * <p>Throws {@link IOException} for what is no number, {@link IllegalArgumentException} for binary data. For one document; not
 * thread-safe.
 */
final class ToldGenerator extends TextGenerator {
    private static final String HEX = "0123456789ABCDEF";
    /** Longer numbers are written in another way, or refused, by the canonical form. */
    private static final int MOST_DIGITS = 400;

    private final CanonicalText text;
    private final CanonicalText english = new CanonicalText(HEX, 1 << 12);
    private final List<Swap> swaps = new ArrayList<>();
    /** In the order in which they begin. */
    private final List<Spot> spots = new ArrayList<>();
    /** Objects and arrays that have not ended. */
    private final List<Level> levels = new ArrayList<>();

    private int depth;

    /** Begins a document. */
    ToldGenerator(ObjectCodec codec) {
        super(codec, new CanonicalText(HEX));
        this.text = text();
    }

    /** A text of two languages: where it lies in the document, and where among the English ones, both without quotes. */
    private record Swap(int start, int end, int englishStart, int englishEnd) {}

    /** What the canonical form writes at a place instead of what was told. */
    @FunctionalInterface
    private interface Instead {
        void write(CanonicalJson canonical) throws IOException;
    }

    /** A piece of the document that the canonical form writes otherwise: an object, or one value or name. */
    private static final class Spot {
        private final int start;
        private final @Nullable Instead instead;
        private int end;
        /** The first spot that does not lie in this one. */
        private int next;

        private @Nullable Member first;
        private @Nullable Member last;
        private int count;

        Spot(int start, @Nullable Instead instead) {
            this.start = start;
            this.instead = instead;
        }

        void add(Member member) {
            if (last == null) {
                first = member;
            } else {
                last.next = member;
            }
            last = member;
            count++;
        }

        Member[] members() {
            Member[] members = new Member[count];
            int i = 0;
            for (Member member = first; member != null; member = member.next) {
                members[i++] = member;
            }
            return members;
        }
    }

    /** A member of an object, its name and its value, and the first spot in it or behind it. */
    private static final class Member {
        private final String name;
        private final int start;
        private final int spot;
        private int end;
        private @Nullable Member next;

        Member(String name, int start, int spot) {
            this.name = name;
            this.start = start;
            this.spot = spot;
        }
    }

    private static final class Level extends Container {
        /** Null for an array. */
        private @Nullable Spot object;

        Spot object() {
            return Objects.requireNonNull(object);
        }
    }

    @Override
    public void writeStartObject() {
        element();
        Spot spot = new Spot(text.length(), null);
        spots.add(spot);
        start(spot, '{');
    }

    @Override
    public void writeStartArray() {
        element();
        start(null, '[');
    }

    private void start(@Nullable Spot object, char bracket) {
        text.put(bracket);
        if (depth == levels.size()) {
            levels.add(new Level());
        }
        Level level = levels.get(depth++);
        level.object = object;
        level.isObject = object != null;
        level.isEmpty = true;
    }

    @Override
    public void writeEndArray() {
        depth--;
        text.put(']');
    }

    @Override
    public void writeEndObject() {
        Spot object = levels.get(--depth).object();
        endMember(object);
        text.put('}');
        end(object);
    }

    private void endMember(Spot object) {
        if (object.last != null) {
            object.last.end = text.length();
        }
    }

    private void end(Spot spot) {
        spot.end = text.length();
        spot.next = spots.size();
    }

    @Override
    void begin(String name) {
        Level level = levels.get(depth - 1);
        Spot object = level.object();
        endMember(object);
        separate(level);
        object.add(new Member(name, text.length(), spots.size()));
    }

    @Override
    @Nullable
    Container container() {
        return depth == 0 ? null : levels.get(depth - 1);
    }

    @Override
    public void writeFieldName(String name) {
        begin(name);
        quote(name);
        text.put(':');
    }

    @Override
    public void writeString(String value) {
        element();
        quote(value);
    }

    /** Digits of escapes are capitals in what is told and small in the canonical form. */
    private void quote(String value) {
        int start = text.length();
        int numbered = text.numbered();
        text.quote(value);
        if (text.numbered() > numbered) {
            insteadOf(start, canonical -> canonical.writeString(value));
        }
    }

    private void insteadOf(int start, Instead instead) {
        Spot spot = new Spot(start, instead);
        spots.add(spot);
        end(spot);
    }

    /** Writes a text of two languages. */
    void writeTold(ToldText told) {
        element();
        int start = text.length() + 1;
        quote(told.es());
        int englishStart = english.length() + 1;
        english.quote(told.en());
        swaps.add(new Swap(start, text.length() - 1, englishStart, english.length() - 1));
    }

    @Override
    public void writeNumber(double value) throws IOException {
        String plain = PlainNumbers.text(value);
        number(plain, canonical -> canonical.writeNumber(plain));
    }

    @Override
    public void writeNumber(float value) throws IOException {
        always(PlainNumbers.text(value), canonical -> canonical.writeNumber(value));
    }

    @Override
    public void writeNumber(BigDecimal value) {
        number(value.toPlainString(), canonical -> canonical.writeNumber(value));
    }

    @Override
    public void writeNumber(String value) {
        always(value, canonical -> canonical.writeNumber(value));
    }

    private void number(String plain, Instead instead) {
        boolean endsInZeros = plain.endsWith("0") && plain.indexOf('.') >= 0;
        if (endsInZeros || plain.startsWith("-0") || plain.length() > MOST_DIGITS) {
            always(plain, instead);
        } else {
            word(plain);
        }
    }

    /** Writes what the canonical form, whatever it is, says for itself. */
    private void always(String told, Instead instead) {
        element();
        int start = text.length();
        text.putAll(told);
        insteadOf(start, instead);
    }

    @Override
    public void writeRawValue(String json) {
        always(json, canonical -> canonical.writeRawValue(json));
    }

    /**
     * Returns the canonical form of the document.
     *
     * @param without members of the outermost object that are left out
     */
    CanonicalText canonical(Set<String> without) throws IOException {
        try (CanonicalJson canonical = new CanonicalJson(getCodec(), Set.of())) {
            new Arranging(canonical, without).write(0, text.length(), 0);
            return canonical.text();
        }
    }

    /** Writes pieces of the document as the canonical form has them. */
    private final class Arranging {
        private final CanonicalJson canonical;
        private final Set<String> without;
        private final Map<Integer, Order> orders = new HashMap<>();

        Arranging(CanonicalJson canonical, Set<String> without) {
            this.canonical = canonical;
            this.without = without;
        }

        /** How members of these names follow one another. */
        private static final class Order {
            private final Member[] names;
            private final int[] places;

            /** By insertion: an object has few members. */
            Order(Member[] names) {
                this.names = names;
                this.places = new int[names.length];
                for (int i = 0; i < places.length; i++) {
                    int to = i;
                    while (to > 0 && names[places[to - 1]].name.compareTo(names[i].name) > 0) {
                        places[to] = places[to - 1];
                        to--;
                    }
                    places[to] = i;
                }
            }

            boolean isOf(Member[] members) {
                for (int i = 0; i < places.length; i++) {
                    if (!names[i].name.equals(members[i].name)) {
                        return false;
                    }
                }
                return true;
            }
        }

        /** Writes what lies between two places, of which a spot is the first that does not lie before them. */
        void write(int start, int end, int spot) throws IOException {
            int from = start;
            int next = spot;
            while (next < spots.size() && spots.get(next).start < end) {
                Spot one = spots.get(next);
                canonical.text().put(text, from, one.start);
                if (one.instead == null) {
                    object(one);
                } else {
                    one.instead.write(canonical);
                }
                from = one.end;
                next = one.next;
            }
            canonical.text().put(text, from, end);
        }

        private void object(Spot object) throws IOException {
            Set<String> out = object.start == 0 ? without : Set.of();
            canonical.text().put('{');
            boolean isEmpty = true;
            Member[] members = object.members();
            for (int place : order(members)) {
                Member member = members[place];
                if (!out.contains(member.name)) {
                    if (!isEmpty) {
                        canonical.text().put(',');
                    }
                    isEmpty = false;
                    write(member.start, member.end, member.spot);
                }
            }
            canonical.text().put('}');
        }

        /** Objects of one kind have the same members, which are then put in order once. */
        private int[] order(Member[] members) {
            Order known = orders.get(members.length);
            if (known == null || !known.isOf(members)) {
                known = new Order(members);
                orders.put(members.length, known);
            }
            return known.places;
        }
    }

    /**
     * Puts a hash in the place of {@link Json#UNSEALED}, which is as long.
     *
     * @param name the member of the outermost object that holds it
     * @throws IllegalArgumentException where it does not
     */
    void seal(String name, String hash) {
        int start = spots.stream()
                .limit(1)
                .flatMap(outermost -> Stream.of(outermost.members()))
                .filter(one -> one.name.equals(name))
                .mapToInt(one -> one.end - 1 - hash.length())
                .filter(at -> text.holds(at, Json.UNSEALED))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Has no place for a hash in " + name));
        text.overwrite(start, hash);
    }

    /** Returns the document in both languages. */
    ToldJson told() {
        int spanish = text.length();
        int change = swaps.stream()
                .mapToInt(swap -> swap.englishEnd - swap.englishStart - (swap.end - swap.start))
                .sum();
        CanonicalText both = new CanonicalText(HEX, 2 * spanish + change);
        both.put(text, 0, spanish);
        int from = 0;
        for (Swap swap : swaps) {
            both.put(text, from, swap.start);
            both.put(english, swap.englishStart, swap.englishEnd);
            from = swap.end;
        }
        both.put(text, from, spanish);
        return new ToldJson(both.all(), spanish);
    }
}
