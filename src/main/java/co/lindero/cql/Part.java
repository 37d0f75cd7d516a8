package co.lindero.cql;

/** What a pair of parentheses can hold: a condition, or something that conditions compare. */
sealed interface Part permits Condition, Operand {}
