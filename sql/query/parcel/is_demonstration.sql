-- Whether any of some parcel datasets of municipalities is synthetic. Parameters: municipalities, datasets (text[], pairs by
-- position), at (bigint). Result: boolean.
SELECT EXISTS (
    SELECT FROM unnest(:municipalities, :datasets) AS named(municipality, dataset)
    JOIN lindero.dataset d ON d.municipality = named.municipality AND d.kind = 'parcels' AND d.name = named.dataset
    WHERE d.demonstration AND lindero.held(d.pub_from, d.pub_to, :at));
