package co.lindero.plan;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.support.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which themes forbid building is said once in Java; the database says it of protection for projects and indicators. */
class ForbiddingThemesTest {
    /** A project may build the road that ground is kept for: to it a road reservation is no conflict with protection. */
    @Test
    void theDatabaseCallsTheSameThemesProtection() throws SQLException {
        Set<String> themes = new TreeSet<>(ThemeCatalogue.listForbidding());
        assertThat(themes).containsExactly("riparian-buffer", "road-reservation", "urban-protection");
        ThemeCatalogue.listExpected().forEach(theme -> themes.add(theme.code()));
        themes.addAll(Set.of("rural-zoning", "heritage", "hazard-condition", "vendavales"));
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("SELECT lindero.is_protection(?, 'Z-1')")) {
            for (String theme : themes) {
                statement.setString(1, theme);
                try (ResultSet rows = statement.executeQuery()) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getBoolean(1)).as(theme).isEqualTo(ThemeCatalogue.isProtection(theme));
                }
                assertThat(ThemeCatalogue.forbidsBuilding(theme))
                        .as(theme)
                        .isEqualTo(ThemeCatalogue.isProtection(theme) || theme.equals(StripRules.ROAD));
            }
        }
    }
}
