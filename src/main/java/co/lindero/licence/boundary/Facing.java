package co.lindero.licence.boundary;

import java.util.Locale;

/** What a piece of boundary faces: what one meets first, going outward along its normal. */
public enum Facing {
    /** No parcel within the reach. */
    OPEN,
    /** A road, or a parcel of public use. */
    PUBLIC,
    /** Open space of a layout: a front, but no way in. */
    GREEN,
    /** Another parcel or lot. */
    PRIVATE,
    /** The site itself within a few centimetres: the joint of two parcels. */
    JOINED,
    /** The site itself further away. */
    NOTCH,
    /** No parcel, but what is known of the cadastre ends before the reach. */
    UNKNOWN,
    /** A hole with no parcel in it. */
    VOID;

    /** Tells whether boundary that faces this is a front where nobody states another. */
    public boolean isFront() {
        return this == OPEN || this == PUBLIC || this == GREEN;
    }

    /** Returns the word that answers use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
