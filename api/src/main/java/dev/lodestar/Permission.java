package dev.lodestar;

import java.util.Locale;

/**
 * What a page may use of its visitor's device, asking for leave or not. Pages may use none of it, and neither may what they
 * frame, unless {@link App#permissions()} says so: the names are those of the
 * <a href="https://www.w3.org/TR/permissions-policy/">Permissions-Policy</a> header.
 */
public enum Permission {
    /** The acceleration of the device. */
    ACCELEROMETER,
    /** The camera. */
    CAMERA,
    /** A recording of the screen. */
    DISPLAY_CAPTURE,
    /** The place of the device. */
    GEOLOCATION,
    /** The rotation of the device. */
    GYROSCOPE,
    /** Input devices beyond keyboard and mouse. */
    HID,
    /** Whether the visitor is away. */
    IDLE_DETECTION,
    /** The fonts of the system. */
    LOCAL_FONTS,
    /** The compass. */
    MAGNETOMETER,
    /** The microphone. */
    MICROPHONE,
    /** Musical instruments. */
    MIDI,
    /** The browser's payment dialogue. */
    PAYMENT,
    /** Serial ports. */
    SERIAL,
    /** Devices on USB. */
    USB,
    /** Headsets for virtual reality. */
    XR_SPATIAL_TRACKING;

    /** The name in the header: {@code display-capture}; never null. */
    public String feature() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
