-- Of features smaller than a cell of a tile so many as cover about their area. Parameters: cellM (side of the cell, m of EPSG:3857).
AND coalesce(lindero.tile_size(f.geom_3857)
             > lindero.tile_lot(f.id) * CASE ST_Dimension(f.geom_3857) WHEN 2 THEN :cellM * :cellM ELSE :cellM END, true)
