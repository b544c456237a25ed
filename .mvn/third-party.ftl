<#-- The notice in the program's jar, written by the build: one line for each library inside it. -->
Rahnamo contains these libraries. Their licence texts are in META-INF/LICENSE (Apache-2.0),
META-INF/licenses and META-INF/jsoup.

<#list dependencyMap as entry>
<#assign project = entry.getKey()>
${project.groupId}:${project.artifactId}:${project.version}
  ${(project.name)!project.artifactId}, ${entry.getValue()?join(" or ")}<#if project.url??>, ${project.url}</#if>
</#list>
