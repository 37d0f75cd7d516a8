package co.lindero.support;

import co.lindero.norm.Quantity;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Norms, use rules and activities of a plan, written row by row as a spreadsheet would hold them, then published. */
public final class Rules {
    private final TestDatabase database;
    private final Town town;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private ObjectNode row = document;

    Rules(TestDatabase database, Town town, String plan) {
        this.database = database;
        this.town = town;
        document.put("municipality", town.municipality()).put("plan", plan);
        document.putArray("norms");
        document.putArray("uses");
        document.putArray("ciiu");
    }

    private void begin(String list) {
        row = document.withArray(list).addObject();
    }

    /**
     * Begins a norm.
     *
     * @param scope such as {@code activity-area/AR-2}; empty for the whole municipality; two joined by {@code +}
     * @param demand such as {@code floors <= 3}; without figure where only cited
     */
    public Rules norm(String scope, String demand) {
        begin("norms");
        String[] zones = scope.isEmpty() ? new String[0] : scope.split("\\+", -1);
        for (int i = 0; i < zones.length; i++) {
            String prefix = i == 0 ? "scope_" : "scope2_";
            with(prefix + "theme", zones[i].split("/", -1)[0]).with(prefix + "zone", zones[i].split("/", -1)[1]);
        }
        String[] words = demand.split(" ", -1);
        with("quantity", words[0]).with("operator", words[1]);
        with("unit", Quantity.find(words[0]).orElseThrow().unit());
        if (words.length > 2) {
            row.put("value", new BigDecimal(words[2]));
        }
        return this;
    }

    /** Begins a use rule, such as {@code C-1 condicionado}. */
    public Rules use(String scope, String rule) {
        begin("uses");
        if (!scope.isEmpty()) {
            with("scope_theme", scope.split("/", -1)[0]).with("scope_zone", scope.split("/", -1)[1]);
        }
        return with("category", rule.split(" ", -1)[0]).with("regime", rule.split(" ", -1)[1]);
    }

    /** Begins a line of the activity table. */
    public Rules activity(String ciiu, String category) {
        begin("ciiu");
        return with("ciiu", ciiu).with("category", category);
    }

    /** Sets a column of the row begun last. */
    public Rules with(String column, String value) {
        row.put(column, value);
        return this;
    }

    /** Publishes all, in place of what the plan had. */
    public Town publish() {
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement(Files.readString(Path.of("sql/fixture/publish_rules.sql")))) {
            statement.setString(1, Json.write(document));
            statement.executeUpdate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return town;
    }
}
