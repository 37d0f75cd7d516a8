package co.lindero.cql;

import co.lindero.cql.Condition.Joining;
import co.lindero.cql.CqlException.Kind;
import co.lindero.cql.grammar.Cql2Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.misc.Interval;

/** Turns what the parser found into the tree, asking of each part whether its type fits where it stands. */
final class PartReader {
    private final CqlNames names;
    private final CharStream characters;
    private final Set<String> used = new TreeSet<>();
    private final TestReader tests = new TestReader(this);
    private final CallReader calls = new CallReader(this);
    private final NumberReader numbers = new NumberReader(this);

    PartReader(CqlNames names, CharStream characters) {
        this.names = names;
        this.characters = characters;
    }

    Set<String> usedNames() {
        return used;
    }

    Source source(ParserRuleContext context) {
        int start = context.getStart().getStartIndex();
        int stop = context.getStop().getStopIndex();
        return new Source(
                context.getStart().getLine(),
                context.getStart().getCharPositionInLine() + 1,
                characters.getText(Interval.of(start, stop)));
    }

    Condition condition(Cql2Parser.ExpressionContext context) {
        return condition(part(context), context);
    }

    private Condition condition(Part part, ParserRuleContext context) {
        if (part instanceof Condition condition) {
            return condition;
        }
        if (part instanceof Operand.BooleanLiteral literal) {
            return new Condition.Constant(literal.value());
        }
        if (part instanceof Operand.Name name && name.type() == CqlType.BOOLEAN) {
            return new Condition.Comparison(
                    name.at(), Comparator.EQUAL, name, new Operand.BooleanLiteral(name.at(), true));
        }
        throw CqlException.at(
                source(context),
                Kind.TYPE,
                SyntaxFault.quoted(source(context).text()) + " no es una condición: falta compararlo con algo.",
                SyntaxFault.quoted(source(context).text()) + " is no condition: it is compared with nothing.");
    }

    Operand operand(Cql2Parser.ExpressionContext context) {
        return operand(part(context), context);
    }

    Operand operand(Cql2Parser.SumContext context) {
        return operand(numbers.sum(context), context);
    }

    Operand operand(Part part, ParserRuleContext context) {
        if (part instanceof Operand operand) {
            return operand;
        }
        throw CqlException.at(
                source(context),
                Kind.TYPE,
                SyntaxFault.quoted(source(context).text()) + " es una condición; aquí va un valor.",
                SyntaxFault.quoted(source(context).text()) + " is a condition; a value belongs here.");
    }

    Part part(Cql2Parser.ExpressionContext context) {
        if (context.conjunction().size() == 1) {
            return conjunction(context.conjunction(0));
        }
        List<Condition> parts = new ArrayList<>();
        context.conjunction().forEach(each -> parts.add(condition(conjunction(each), each)));
        return new Condition.Junction(Joining.OR, List.copyOf(parts));
    }

    private Part conjunction(Cql2Parser.ConjunctionContext context) {
        if (context.negation().size() == 1) {
            return negation(context.negation(0));
        }
        List<Condition> parts = new ArrayList<>();
        context.negation().forEach(each -> parts.add(condition(negation(each), each)));
        return new Condition.Junction(Joining.AND, List.copyOf(parts));
    }

    /** Two NOTs are none, in three-valued logic too; so a long chain of them makes no deep tree. */
    private Part negation(Cql2Parser.NegationContext context) {
        Part part = predicate(context.predicate());
        if (context.NOT().isEmpty()) {
            return part;
        }
        Condition condition = condition(part, context.predicate());
        return context.NOT().size() % 2 == 0 ? condition : new Condition.Not(condition);
    }

    private Part predicate(Cql2Parser.PredicateContext context) {
        return context.tail() == null ? numbers.sum(context.sum()) : tests.read(context);
    }

    Part primary(Cql2Parser.PrimaryContext context) {
        Source at = source(context);
        if (context instanceof Cql2Parser.GroupPrimaryContext group) {
            return part(group.expression());
        } else if (context instanceof Cql2Parser.NumberPrimaryContext) {
            return new Operand.NumberLiteral(at, Literals.number(at, at.text()));
        } else if (context instanceof Cql2Parser.TextPrimaryContext) {
            return new Operand.TextLiteral(at, Literals.text(at.text()));
        } else if (context instanceof Cql2Parser.BooleanPrimaryContext bool) {
            return new Operand.BooleanLiteral(at, bool.TRUE() != null);
        } else if (context instanceof Cql2Parser.GeometryPrimaryContext geometry) {
            return GeometryReader.read(at, geometry.geometry());
        } else if (context instanceof Cql2Parser.CallPrimaryContext call) {
            return calls.read(at, call);
        }
        return name(at);
    }

    private Operand.Name name(Source at) {
        String name =
                at.text().startsWith("\"") ? at.text().substring(1, at.text().length() - 1) : at.text();
        CqlType type = names.find(name).orElseThrow(() -> unknown(at, name));
        used.add(name);
        return new Operand.Name(at, name, type);
    }

    private CqlException unknown(Source at, String name) {
        String known = String.join(", ", names.types().keySet());
        String likely =
                names.nearest(name).map(near -> SyntaxFault.quoted(near) + "? ").orElse("");
        return CqlException.at(
                at,
                Kind.UNKNOWN_NAME,
                "No se conoce el nombre " + SyntaxFault.quoted(name) + ". " + (likely.isEmpty() ? "" : "¿" + likely)
                        + "Nombres conocidos: " + known + ".",
                "The name " + SyntaxFault.quoted(name) + " is not known. " + likely + "Known names: " + known + ".");
    }
}
