-- Whether any of the licence datasets of a municipality is synthetic. Parameters: municipality (text), at (bigint). Result: boolean.
SELECT EXISTS (
    SELECT FROM lindero.dataset d
    WHERE d.municipality = :municipality AND d.kind = 'licences' AND d.demonstration AND lindero.held(d.pub_from, d.pub_to, :at));
