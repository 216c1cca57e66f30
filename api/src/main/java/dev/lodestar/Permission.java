package dev.lodestar;

import java.util.Locale;

/**
 * A feature of the visitor's device that pages can use, with or without asking first. By default, neither pages nor
 * what they frame can use any; {@link App#permissions()} allows some. The names are those of the <a
 * href="https://www.w3.org/TR/permissions-policy/">Permissions-Policy</a> header.
 *
 * <pre>{@code
 * @App(permissions = {Permission.CAMERA, Permission.MICROPHONE})
 * }</pre>
 */
public enum Permission {
    /** The acceleration of the device. */
    ACCELEROMETER,
    /** The camera. */
    CAMERA,
    /** Recording of the screen. */
    DISPLAY_CAPTURE,
    /** The location of the device. */
    GEOLOCATION,
    /** The rotation of the device. */
    GYROSCOPE,
    /** Input devices other than keyboard and mouse. */
    HID,
    /** Whether the visitor is away. */
    IDLE_DETECTION,
    /** Installed fonts. */
    LOCAL_FONTS,
    /** The compass. */
    MAGNETOMETER,
    /** The microphone. */
    MICROPHONE,
    /** MIDI devices, such as musical instruments. */
    MIDI,
    /** The browser's payment dialog. */
    PAYMENT,
    /** Serial ports. */
    SERIAL,
    /** USB devices. */
    USB,
    /** Headsets for virtual and augmented reality. */
    XR_SPATIAL_TRACKING;

    /** Returns the name in the header: {@code display-capture} for {@link #DISPLAY_CAPTURE}. */
    public String feature() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
