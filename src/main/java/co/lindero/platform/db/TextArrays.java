package co.lindero.platform.db;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Binds a list of texts as {@code text[]}. */
final class TextArrays implements ArgumentFactory {

    @Override
    public Optional<Argument> build(java.lang.reflect.Type type, Object value, ConfigRegistry config) {
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return Optional.of((position, statement, context) ->
                    statement.setArray(position, statement.getConnection().createArrayOf("text", list.toArray())));
        }
        return Optional.empty();
    }
}
