package dev.lodestar.processor.code;

import com.palantir.javapoet.ClassName;

/** The types of the runtime that generated code refers to. A test checks that each of them exists. */
public final class RuntimeTypes {
    public static final ClassName ASSET_TABLE = ClassName.get("dev.lodestar.runtime.asset", "AssetTable");
    public static final ClassName BINDING = ClassName.get("dev.lodestar.runtime.signal", "Binding");
    public static final ClassName ELEMENT_START = ClassName.get("dev.lodestar.runtime.html", "ElementStart");
    public static final ClassName FRAGMENT = ClassName.get("dev.lodestar.runtime.html", "Fragment");
    public static final ClassName HTML_OUTPUT = ClassName.get("dev.lodestar.runtime.html", "HtmlOutput");
    public static final ClassName LINK = ClassName.get("dev.lodestar.runtime.html", "Link");
    public static final ClassName MICROMETER_METERS =
            ClassName.get("dev.lodestar.runtime.metrics.micrometer", "MicrometerMeters");
    public static final ClassName REGEX = ClassName.get("dev.lodestar.runtime.signal", "Regex");
    public static final ClassName ROUTE_TABLE = ClassName.get("dev.lodestar.runtime.route", "RouteTable");
    public static final ClassName SCOPE = ClassName.get("dev.lodestar.runtime.route", "Scope");
    public static final ClassName SERVER = ClassName.get("dev.lodestar.runtime", "Server");
    public static final ClassName STORES = ClassName.get("dev.lodestar.runtime.store", "Stores");

    private RuntimeTypes() {}
}
