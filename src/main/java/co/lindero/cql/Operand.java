package co.lindero.cql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** What conditions compare; its type is checked already. */
sealed interface Operand extends Part {
    /** Where it stands. */
    Source at();

    /** Its type; that of its ends for an interval. */
    CqlType type();

    record Name(Source at, String name, CqlType type) implements Operand {}

    record NumberLiteral(Source at, BigDecimal value) implements Operand {
        @Override
        public CqlType type() {
            return CqlType.NUMBER;
        }
    }

    record TextLiteral(Source at, String value) implements Operand {
        @Override
        public CqlType type() {
            return CqlType.TEXT;
        }
    }

    record BooleanLiteral(Source at, boolean value) implements Operand {
        @Override
        public CqlType type() {
            return CqlType.BOOLEAN;
        }
    }

    record DateLiteral(Source at, LocalDate value) implements Operand {
        @Override
        public CqlType type() {
            return CqlType.DATE;
        }
    }

    record TimestampLiteral(Source at, Instant value) implements Operand {
        @Override
        public CqlType type() {
            return CqlType.TIMESTAMP;
        }
    }

    /** A number with its sign turned. */
    record Negative(Source at, Operand of) implements Operand {
        @Override
        public CqlType type() {
            return CqlType.NUMBER;
        }
    }

    /** Numbers joined from left to right by operators of one precedence. */
    record Chain(Source at, Operand first, List<Step> steps) implements Operand {
        @Override
        public CqlType type() {
            return CqlType.NUMBER;
        }
    }

    /** One more operator and number of a chain. */
    record Step(Arithmetic operator, Operand operand) {}

    /** A number times itself; the exponent is a whole number of the text. */
    record Power(Source at, Operand base, int exponent) implements Operand {
        @Override
        public CqlType type() {
            return CqlType.NUMBER;
        }
    }

    /** A text without its case or its accents. */
    record Folded(Source at, Folding folding, Operand of) implements Operand {
        @Override
        public CqlType type() {
            return CqlType.TEXT;
        }
    }

    /** The time from one end to the other, both included. */
    record Interval(Source at, CqlType type, Operand start, Operand end) implements Operand {}

    /** The open end of an interval, written {@code '..'}. */
    record Unbounded(Source at, CqlType type) implements Operand {}

    /** A geometry, x and y as written: what they mean the CRS of the filter says. */
    record GeometryLiteral(Source at, Geometry geometry) implements Operand {
        public GeometryLiteral {
            geometry = geometry.copy();
        }

        @Override
        public Geometry geometry() {
            return geometry.copy();
        }

        @Override
        public CqlType type() {
            return CqlType.GEOMETRY;
        }
    }

    /** A box by two corners, as written: x1 over x2 crosses the antimeridian where x is a longitude. */
    record BoxLiteral(Source at, double x1, double y1, double x2, double y2) implements Operand {
        @Override
        public CqlType type() {
            return CqlType.GEOMETRY;
        }
    }
}
