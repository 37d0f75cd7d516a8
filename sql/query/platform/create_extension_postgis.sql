-- Purpose: PostGIS, before the migrations, for its table of coordinate systems.
CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public
