package co.lindero.cql;

import co.lindero.cql.CqlException.Kind;
import co.lindero.cql.grammar.Cql2Parser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Reads arithmetic, and refuses what would make numbers without end out of a short text. */
final class NumberReader {
    /** Most operators in one chain such as {@code a + b - c}. */
    static final int MAX_CHAIN = 100;

    /** Most numbers that may be multiplied into one, divisors and powers counted. */
    static final int MAX_DEGREE = 16;

    private final PartReader parts;

    NumberReader(PartReader parts) {
        this.parts = parts;
    }

    Part sum(Cql2Parser.SumContext context) {
        if (context.product().size() == 1) {
            return product(context.product(0));
        }
        List<Operand> operands = new ArrayList<>();
        context.product().forEach(each -> operands.add(number(product(each), each)));
        return chain(context, operands);
    }

    private Part product(Cql2Parser.ProductContext context) {
        if (context.power().size() == 1) {
            return power(context.power(0));
        }
        List<Operand> operands = new ArrayList<>();
        context.power().forEach(each -> operands.add(number(power(each), each)));
        return chain(context, operands);
    }

    /** The operators stand between the operands: every second child of the rule. */
    private Operand chain(ParserRuleContext context, List<Operand> operands) {
        Source at = parts.source(context);
        if (operands.size() - 1 > MAX_CHAIN) {
            throw CqlException.at(
                    at,
                    Kind.TOO_COMPLEX,
                    "Hay más de " + MAX_CHAIN + " operaciones seguidas.",
                    "More than " + MAX_CHAIN + " operations follow each other.");
        }
        List<Operand.Step> steps = new ArrayList<>();
        for (int i = 1; i < operands.size(); i++) {
            ParseTree symbol = context.getChild(2 * i - 1);
            Arithmetic operator = Arithmetic.of(symbol.getText());
            if (operator.divides()) {
                requireNotZero(operands.get(i));
            }
            steps.add(new Operand.Step(operator, operands.get(i)));
        }
        return requireBounded(new Operand.Chain(at, operands.get(0), List.copyOf(steps)));
    }

    private Part power(Cql2Parser.PowerContext context) {
        if (context.signed().size() == 1) {
            return signed(context.signed(0));
        }
        Operand base = number(signed(context.signed(0)), context.signed(0));
        Operand exponent = number(signed(context.signed(1)), context.signed(1));
        return requireBounded(new Operand.Power(parts.source(context), base, exponent(exponent)));
    }

    private static int exponent(Operand exponent) {
        if (exponent instanceof Operand.NumberLiteral literal
                && literal.value().stripTrailingZeros().scale() <= 0
                && literal.value().compareTo(BigDecimal.valueOf(MAX_DEGREE)) <= 0) {
            return literal.value().intValueExact();
        }
        throw CqlException.at(
                exponent.at(),
                Kind.VALUE,
                "El exponente debe ser un número entero de 0 a " + MAX_DEGREE + ".",
                "The exponent must be a whole number from 0 to " + MAX_DEGREE + ".");
    }

    private Part signed(Cql2Parser.SignedContext context) {
        Part part = parts.primary(context.primary());
        if (context.sign() == null) {
            return part;
        }
        Operand number = number(part, context.primary());
        return "-".equals(context.sign().getText()) ? new Operand.Negative(parts.source(context), number) : number;
    }

    private Operand number(Part part, ParserRuleContext context) {
        Operand operand = parts.operand(part, context);
        TypeChecks.requireType(operand, CqlType.NUMBER);
        return operand;
    }

    /** A divisor without names has its value now. */
    private static void requireNotZero(Operand divisor) {
        OperandValue value = OperandValue.of(divisor, name -> null);
        if (value.known() instanceof BigDecimal number && number.signum() == 0) {
            throw CqlException.at(
                    divisor.at(),
                    Kind.DIVISION_BY_ZERO,
                    "División por cero: " + SyntaxFault.quoted(divisor.at().text()) + " vale 0.",
                    "Division by zero: " + SyntaxFault.quoted(divisor.at().text()) + " is 0.");
        }
    }

    private static Operand requireBounded(Operand number) {
        if (degree(number) > MAX_DEGREE) {
            throw CqlException.at(
                    number.at(),
                    Kind.TOO_COMPLEX,
                    "Se multiplican o dividen más de " + MAX_DEGREE + " números entre sí.",
                    "More than " + MAX_DEGREE + " numbers are multiplied or divided into one.");
        }
        return number;
    }

    /** How many numbers are multiplied into the largest term: bounds the digits of the result. */
    private static int degree(Operand number) {
        if (number instanceof Operand.Negative negative) {
            return degree(negative.of());
        } else if (number instanceof Operand.Power power) {
            return Math.max(1, degree(power.base()) * power.exponent());
        } else if (number instanceof Operand.Chain chain) {
            int degree = degree(chain.first());
            for (Operand.Step step : chain.steps()) {
                int next = degree(step.operand());
                degree = step.operator().multiplies() ? degree + next : Math.max(degree, next);
            }
            return degree;
        }
        return 1;
    }
}
