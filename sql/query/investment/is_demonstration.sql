-- Whether any of the project datasets of a municipality is synthetic. Parameters: municipality (text), at (bigint). Result: boolean.
SELECT EXISTS (
    SELECT FROM lindero.dataset d
    WHERE d.municipality = :municipality AND d.kind = 'projects' AND d.demonstration AND lindero.held(d.pub_from, d.pub_to, :at));
