<#macro page title lang="ru" summary="" section="" uri="">
<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title?html}</title>
<meta name="description" content="${summary?html}">
<link rel="canonical" href="${config.site_host}/${uri}">
<link rel="alternate" type="application/rss+xml" href="/feed.xml">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<header>
<a class="brand" href="/${lang}/">JBake</a>
<nav class="sections"><ul>
<#list ["history", "geography", "nature", "science", "health", "culture", "education", "economy"] as id><li><a href="/${lang}/${id}/"<#if id == section> aria-current="true"</#if>>${id}</a></li>
</#list></ul></nav>
<nav class="langs"><ul>
<#list ["tg", "ru", "uz"] as id><li><a lang="${id}" href="/${id}/">${id}</a></li>
</#list></ul></nav>
</header>
<main>
<#nested>
</main>
<footer><p>JBake</p></footer>
</body>
</html>
</#macro>

<#macro items of>
<ul class="items">
<#list of as item><li><a href="/${item.uri}">${item.title?html}</a> <time>${item.date?string("yyyy-MM-dd")}</time><p>${item.summary?html}</p></li>
</#list></ul>
</#macro>
