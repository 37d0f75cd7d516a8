package co.lindero.feature;

import static co.lindero.feature.PropertyType.INTEGER;
import static co.lindero.feature.PropertyType.NUMBER;
import static co.lindero.feature.PropertyType.STRING;

import co.lindero.feature.FeatureLayer.Identity;
import co.lindero.law.Bilingual;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The collections there can be: a constant for each that is no theme's, and how a theme makes one. */
final class Layers {
    /** A collection that is no theme's, and the kind of dataset that makes it appear. */
    @SuppressWarnings("ImmutableEnumChecker") // List.of
    enum Loaded {
        PARCELS(
                "parcels",
                new Bilingual("Predios", "Parcels"),
                new Bilingual(
                        "Predios del catastro, con su área dibujada y registrada. El terreno es la unión de los polígonos"
                                + " de un mismo número; una unidad de propiedad horizontal no tiene terreno propio.",
                        "Parcels of the cadastre, with drawn and registered area. The plot is the union of the polygons of"
                                + " one number; a unit of horizontal property has no plot of its own."),
                Identity.NUMBER,
                List.of(
                        Property.of("number", STRING, "Número predial nacional", "Parcel number"),
                        Property.of("previous_number", STRING, "Número predial anterior", "Former number"),
                        Property.of("municipality", STRING, "Municipio (DIVIPOLA)", "Municipality (DIVIPOLA)"),
                        Property.from(
                                "territory",
                                STRING,
                                "t.territory",
                                "Código del territorio más pequeño en que está",
                                "Code of the smallest territory it lies in"),
                        Property.of("condition", STRING, "Condición de propiedad", "Property condition"),
                        Property.of("destination", STRING, "Destinación económica", "Economic destination"),
                        Property.of("registered_area_m2", NUMBER, "Área registrada, m²", "Registered area, m2"),
                        Property.of("planar_m2", NUMBER, "Área dibujada, plana, m²", "Drawn planar area, m2"),
                        Property.of("address", STRING, "Dirección", "Address"))),
        BUILDINGS(
                "buildings",
                new Bilingual("Construcciones", "Buildings"),
                new Bilingual("Construcciones del catastro.", "Buildings of the cadastre."),
                Identity.KEY,
                List.of(
                        Property.of("number", STRING, "Número de la construcción", "Number of the building"),
                        Property.of("municipality", STRING, "Municipio (DIVIPOLA)", "Municipality (DIVIPOLA)"),
                        Property.of("parcel", STRING, "Predio", "Parcel"),
                        Property.of("floors", INTEGER, "Pisos", "Floors"),
                        Property.of("built_area_m2", NUMBER, "Área construida, m²", "Built area, m2"),
                        Property.of("use", STRING, "Uso", "Use"),
                        Property.of("year", INTEGER, "Año", "Year"),
                        Property.of("planar_m2", NUMBER, "Área de la huella, m²", "Footprint area, m2"))),
        TERRITORIES(
                "territories",
                new Bilingual("Territorios", "Territories"),
                new Bilingual(
                        "El límite municipal y sus divisiones: cabecera, corregimientos, centros poblados, veredas, barrios,"
                                + " manzanas.",
                        "The municipal limit and its divisions."),
                Identity.KIND_AND_CODE,
                List.of(
                        Property.of("code", STRING, "Código", "Code"),
                        Property.of("kind", STRING, "Clase de territorio", "Kind"),
                        Property.of("name", STRING, "Nombre", "Name"),
                        Property.of("parent", STRING, "Territorio que lo contiene", "Parent"),
                        Property.of("population", INTEGER, "Población", "Population"),
                        Property.of("municipality", STRING, "Municipio (DIVIPOLA)", "Municipality (DIVIPOLA)"),
                        Property.of("planar_m2", NUMBER, "Área plana, m²", "Planar area, m2"))),
        PROJECTS(
                "projects",
                new Bilingual("Proyectos", "Projects"),
                new Bilingual(
                        "Proyectos del banco de proyectos, donde sus archivos los dibujan y en los predios que nombran.",
                        "Projects of the bank of investment, where their files draw them and on the parcels they name."),
                Identity.CODE,
                LoadedProperties.PROJECT),
        LICENCES(
                "licences",
                new Bilingual("Licencias", "Licences"),
                new Bilingual(
                        "Licencias urbanísticas radicadas o expedidas, donde sus archivos las dibujan o, si no, en los"
                                + " predios que nombran.",
                        "Urban licences filed or issued, where their files draw them or else on the parcels they name."),
                Identity.NUMBER,
                LoadedProperties.LICENCE);

        private final String id;
        private final Bilingual title;
        private final Bilingual description;
        private final Identity identity;
        private final List<Property> properties;

        Loaded(String id, Bilingual title, Bilingual description, Identity identity, List<Property> properties) {
            this.id = id;
            this.title = title;
            this.description = description;
            this.identity = identity;
            this.properties = properties;
        }

        /** Returns the kind of dataset that makes the collection appear, which is its identifier too. */
        String kind() {
            return id;
        }

        FeatureLayer layer(boolean demonstration) {
            return new FeatureLayer(
                    id,
                    title,
                    description,
                    "feature/from_" + id,
                    Map.of(),
                    identity,
                    properties,
                    this == TERRITORIES || this == PROJECTS,
                    demonstration,
                    null);
        }
    }

    private static final List<Property> ZONE = List.of(
            Property.of("code", STRING, "Código de la zona", "Code of the zone"),
            Property.of("label", STRING, "Nombre de la zona", "Name of the zone"),
            Property.of("theme", STRING, "Tema", "Theme"),
            Property.of("plan", STRING, "Plan que la establece", "Plan that states it"),
            Property.of("act", STRING, "Acto administrativo", "Administrative act"),
            Property.of("article", STRING, "Artículo", "Article"),
            Property.of(
                    "applies_to",
                    STRING,
                    "Suelo al que se aplica, si no tiene geometría",
                    "Ground it applies to, where it has no geometry"));

    private Layers() {}

    /**
     * An attribute that the zones of a theme carry.
     *
     * @param name name as the file has it
     * @param kind integer, number, boolean, date, timestamp or string
     */
    record Attribute(String name, String kind) {}

    /** Returns the properties of a theme's zones: the fixed ones, then what files brought, none twice. */
    static List<Property> zoneProperties(List<Attribute> attributes) {
        List<Property> properties = new ArrayList<>(ZONE);
        Set<String> taken = new HashSet<>(Set.of("geometry", "id"));
        ZONE.forEach(property -> taken.add(property.name()));
        for (Attribute attribute : attributes) {
            String exposed = attribute.name();
            while (!taken.add(exposed)) {
                exposed += "_";
            }
            properties.add(Property.attribute(attribute.name(), exposed, attribute.kind()));
        }
        return properties;
    }
}
