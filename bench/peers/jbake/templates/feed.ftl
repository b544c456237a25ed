<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel>
<title>JBake</title><link>${config.site_host}/</link><description>JBake</description>
<#list published_posts as item><#if item?index == 20><#break></#if><item><title>${item.title?html}</title><link>${config.site_host}/${item.uri}</link><guid>${config.site_host}/${item.uri}</guid><description>${item.summary?html}</description></item>
</#list></channel></rss>
