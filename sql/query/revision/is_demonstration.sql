-- Whether any dataset of a municipality is synthetic. Parameters: municipality (text), at (bigint). Result: one row, boolean.
SELECT EXISTS (
    SELECT FROM lindero.dataset d
    WHERE d.municipality = :municipality AND d.demonstration AND lindero.held(d.pub_from, d.pub_to, :at)
);
