{{- define "inquest.name" -}}
{{- printf "%s-%s" .root.Release.Name .part | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "inquest.labels" -}}
app.kubernetes.io/name: inquest
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end -}}

{{- define "inquest.selector" -}}
app.kubernetes.io/name: inquest
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end -}}

{{- define "inquest.image" -}}
{{- printf "%s:%s" (required "image.repository: where the image was pushed" .Values.image.repository) (.Values.image.tag | default .Chart.AppVersion) -}}
{{- end -}}

{{/* inquest.yml of one part: what all share, and over it what is its own. The other's keys would stop its start. */}}
{{- define "inquest.config" -}}
{{- $own := dict -}}
{{- if hasKey .root.Values .part -}}
{{- $own = (get .root.Values .part).config | default dict -}}
{{- end -}}
{{- mergeOverwrite (deepCopy .root.Values.config) (deepCopy $own) | toYaml -}}
{{- end -}}

{{/* The login of one role, from its own secret. */}}
{{- define "inquest.login" -}}
- name: SPRING_DATASOURCE_URL
  value: {{ required "database.url: jdbc:postgresql://host:5432/name" .root.Values.database.url | quote }}
- name: SPRING_DATASOURCE_USERNAME
  valueFrom: {secretKeyRef: {name: {{ .secret }}, key: username}}
- name: SPRING_DATASOURCE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .secret }}, key: password}}
{{- end -}}

{{- define "inquest.container-security" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{- define "inquest.pod-security" -}}
runAsNonRoot: true
runAsUser: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{- define "inquest.probes" -}}
startupProbe:
  httpGet: {path: /actuator/health/liveness, port: http}
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet: {path: /actuator/health/liveness, port: http}
  periodSeconds: 10
readinessProbe:
  httpGet: {path: /actuator/health/readiness, port: http}
  periodSeconds: 5
{{- end -}}
