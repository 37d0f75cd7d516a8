// Draws the tiles of a collection in the colours of its style: <div class="tiles" data-tiles data-style data-bounds>.
(function () {
  "use strict";

  // what the styles of this service use of MapLibre's expressions: a plain value, or a match on one property
  function value(expression, properties) {
    if (!Array.isArray(expression) || expression[0] !== "match") {
      return expression;
    }
    var actual = properties[expression[1][1]];
    for (var i = 2; i + 1 < expression.length; i += 2) {
      if (expression[i] === actual) {
        return expression[i + 1];
      }
    }
    return expression[expression.length - 1];
  }

  function colour(hex, opacity) {
    var rgb = ol.color.asArray(hex).slice(0, 3);
    return rgb.concat(opacity === undefined ? 1 : opacity);
  }

  function paints(style) {
    var paint = {};
    style.layers.forEach(function (layer) {
      paint[layer.type] = Object.assign(paint[layer.type] || {}, layer.paint);
    });
    return function (feature) {
      var properties = feature.getProperties();
      var fill = paint.fill || {};
      var line = paint.line || {};
      var circle = paint.circle || {};
      var stroke = new ol.style.Stroke({
        color: value(line["line-color"], properties) || "#2b5c7d",
        width: value(line["line-width"], properties) || 1
      });
      return new ol.style.Style({
        fill: new ol.style.Fill({
          color: colour(value(fill["fill-color"], properties) || "#7aa6c2", value(fill["fill-opacity"], properties))
        }),
        stroke: stroke,
        image: new ol.style.Circle({
          radius: value(circle["circle-radius"], properties) || 5,
          fill: new ol.style.Fill({color: value(circle["circle-color"], properties) || "#7aa6c2"}),
          stroke: stroke
        })
      });
    };
  }

  function draw(place, style) {
    var bounds = place.dataset.bounds.split(",").map(Number);
    var map = new ol.Map({
      target: place,
      controls: ol.control.defaults.defaults({attribution: false}),
      layers: [new ol.layer.VectorTile({
        declutter: false,
        source: new ol.source.VectorTile({
          format: new ol.format.MVT(),
          url: place.dataset.tiles,
          maxZoom: 24
        }),
        style: paints(style)
      })]
    });
    map.getView().fit(ol.proj.transformExtent(bounds, "EPSG:4326", "EPSG:3857"), {padding: [12, 12, 12, 12], maxZoom: 19});
  }

  document.querySelectorAll("div.tiles").forEach(function (place) {
    fetch(place.dataset.style)
      .then(function (answer) { return answer.json(); })
      .then(function (style) { draw(place, style); });
  });
}());
