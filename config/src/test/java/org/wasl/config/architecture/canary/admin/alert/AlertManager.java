package org.wasl.config.architecture.canary.admin.alert;

final class AlertManager {}
