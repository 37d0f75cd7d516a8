"""Reads a service as QGIS does, without a window: python3 qgis_features.py ADDRESS COLLECTION FIELD VALUE.

Prints one JSON object: what the provider OAPIF found. Boxes are in longitude, latitude.
"""
import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsFeatureRequest,
    QgsRectangle,
    QgsVectorLayer,
)

address, collection, field, value = sys.argv[1:5]
app = QgsApplication([], False)
app.initQgis()


def layer(text=""):
    uri = f"typename='{collection}' url='{address}' pageSize='7'"
    if text:
        uri += f" filter='{text}'"
    made = QgsVectorLayer(uri, collection, "OAPIF")
    if not made.isValid():
        raise SystemExit("the layer is not valid: " + made.error().message())
    return made


whole = layer()
features = list(whole.getFeatures())
extent = whole.extent()
first = features[0].geometry().boundingBox()
view = QgsRectangle(first).buffered(1e-6)
seen = list(whole.getFeatures(QgsFeatureRequest().setFilterRect(view)))
quoted = value.replace("'", "''")
filtered = list(whole.getFeatures(QgsFeatureRequest().setFilterExpression(f"\"{field}\" = '{quoted}'")))
print(json.dumps({
    "crs": whole.crs().authid(),
    "fields": {f.name(): f.typeName() for f in whole.fields()},
    "count": len(features),
    "distinct": len({f["id"] if "id" in f.fields().names() else f[field] for f in features}),
    "geometry": features[0].geometry().asWkt(6)[:12],
    "valid": all(f.geometry().isGeosValid() for f in features),
    "extent": [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()],
    "inView": sorted(f[field] for f in seen),
    "filtered": sorted(f[field] for f in filtered),
    "firstValue": features[0][field],
}, default=str))
sys.stdout.flush()
# the bindings of QGIS 3.22 crash when the interpreter takes them down after all was said
os._exit(0)
